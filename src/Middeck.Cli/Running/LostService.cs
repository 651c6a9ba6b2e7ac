using Middeck.Operations.Catalogue;
using Middeck.Operations.Logs;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Running;

/// <summary>Says of a service that does not work why, the end of its log, and what to try.</summary>
internal static class LostService
{
    private const int Lines = 10;

    public static void Show(CommandContext context, ServiceCatalogue catalogue, ServiceStatus service, string why)
    {
        context.Error.WriteLine(RunningMessages.ServiceLost(service.Name, why).In(context.Tongue));
        var entry = catalogue.Find(service.Name);
        if (entry is null or { Kind: ServiceKind.Process })
        {
            var path = context.Home.LogOf(service.Name);
            var end = new LogReader(path, context.Clock).Tail(Lines);
            context.Error.WriteLine((end.Count > 0 ? RunningMessages.LastLines(service.Name, path) : RunningMessages.NoLog()).In(context.Tongue));
            foreach (var line in end)
            {
                context.Error.WriteLine($"  {line}");
            }
        }

        // What a shell and setsid report for a program that is not there.
        var program = entry?.Command is [var word, ..] ? word : null;
        var isMissing = service.LastExitCode is 127 || why.Contains("No such file or directory", StringComparison.Ordinal);
        context.Error.WriteLine(RunningMessages.Try(service.Name, isMissing && program is not null, program).In(context.Tongue));
    }
}
