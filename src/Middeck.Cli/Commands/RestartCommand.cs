using System.CommandLine;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck restart [SERVICE…]</c>: stops and starts services, and waits until they are healthy.</summary>
internal static class RestartCommand
{
    public static Command Create(CommandContext context)
    {
        var services = ServiceArguments.Services(
            context, new Message("Only these services; none: everything that runs", "只重启这些服务；不写则重启全部正在运行的服务"));
        var command = new Command("restart", new Message("Stop services and start them again", "重启服务").In(context.Tongue)) { services };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var names = parsed.GetValue(services) ?? [];
            var catalogue = CatalogueLoader.Load(context.Home);
            ServiceArguments.Require(catalogue, names);
            var answer = await new SupervisorClient(context.Home).AskAsync(
                new SupervisorRequest(SupervisorCommand.Restart, names), cancellationToken);
            var restarted = names.Length > 0
                ? names
                : [.. answer.Services.Where(service => service.State != ServiceState.Stopped).Select(service => service.Name)];
            return (int)await WaitAsync(context, catalogue, restarted, cancellationToken);
        });
        return command;
    }

    private static async Task<ExitCode> WaitAsync(
        CommandContext context, ServiceCatalogue catalogue, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var lost = await new ServiceWatch(
                new Installation(context.Home, context.Clock), context.Clock, message => context.Error.WriteLine(message.In(context.Tongue)))
            .WaitAsync(names, cancellationToken);
        foreach (var (service, why) in lost)
        {
            LostService.Show(context, catalogue, service, why);
        }

        return lost.Count == 0 ? ExitCode.Ok : ExitCode.ServicesFailed;
    }
}
