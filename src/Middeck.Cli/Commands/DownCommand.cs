using System.CommandLine;
using Middeck.Cli.Running;
using Middeck.Operations;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;
using Middeck.Operations.Supervision;

namespace Middeck.Cli.Commands;

/// <summary><c>middeck down</c>: stops what <c>up</c> started in this home, and nothing else.</summary>
internal static class DownCommand
{
    public static Command Create(CommandContext context)
    {
        var services = ServiceArguments.Services(
            context, new Message("Only these services; none: everything", "只停止这些服务；不写则全部停止"));
        var purge = new Option<bool>("--purge")
        {
            Description = new Message(
                "Delete database, objects, the services' data and logs as well, after asking", "确认后同时删除数据库、对象、服务数据和日志").In(context.Tongue),
        };
        var yes = CommonOptions.Yes(context);
        var command = new Command(
            "down", new Message("Stop Middeck or some of its services; data stays", "停止 Middeck 或部分服务，数据保留").In(context.Tongue))
        {
            services, purge, yes,
        };
        command.AddExamples(("middeck down", new Message("Stop everything", "全部停止")));
        command.SetAction((parsed, cancellationToken) =>
        {
            var down = new Down(context, parsed.GetValue(yes));
            var names = parsed.GetValue(services) ?? [];
            return names.Length == 0
                ? down.EverythingAsync(parsed.GetValue(purge), cancellationToken)
                : parsed.GetValue(purge)
                    ? throw new RefusedException(ExitCode.Usage, RunningMessages.PurgeIsForAll())
                    : down.ServicesAsync(names, cancellationToken);
        });
        return command;
    }

    private sealed class Down(CommandContext context, bool yes)
    {
        private readonly Installation _installation = new(context.Home, context.Clock);

        public async Task<int> ServicesAsync(string[] names, CancellationToken cancellationToken)
        {
            ServiceArguments.Require(CatalogueLoader.Load(context.Home), names);
            var supervisor = new SupervisorClient(context.Home);
            var answer = await supervisor.AskAsync(new SupervisorRequest(SupervisorCommand.Stop, names), cancellationToken);
            if (answer.Dependents.Count > 0)
            {
                if (!Asking.Confirm(context, RunningMessages.StopNeeded(names, answer.Dependents), yes))
                {
                    Say(RunningMessages.NothingDone());
                    return (int)ExitCode.Failed;
                }

                await supervisor.AskAsync(
                    new SupervisorRequest(SupervisorCommand.Stop, names, WithDependents: true), cancellationToken);
            }

            Say(RunningMessages.ServicesStopped([.. names, .. answer.Dependents]));
            return (int)ExitCode.Ok;
        }

        public async Task<int> EverythingAsync(bool purge, CancellationToken cancellationToken)
        {
            var data = new HomePurge(context.Home);
            // Asked before anything is stopped: who answers no wanted something else.
            if (purge && data.Folders.Count > 0 && !Asking.Confirm(context, RunningMessages.AskPurge(data.Folders), yes))
            {
                Say(RunningMessages.NothingDone());
                return (int)ExitCode.Failed;
            }

            var stopped = await _installation.StopAsync(cancellationToken);
            Say(stopped ? CliMessages.Stopped() : CliMessages.NothingRuns(context.Home));
            // A script is not asked: data stays unless it says otherwise.
            if (purge || (!yes && !Console.IsInputRedirected && data.Folders.Count > 0
                && Asking.Confirm(context, RunningMessages.AskPurge(data.Folders), yes: false)))
            {
                var any = data.Folders.Count > 0;
                data.Delete(_installation);
                Say(any ? RunningMessages.Purged() : RunningMessages.NoData());
            }

            return (int)ExitCode.Ok;
        }

        private void Say(Message message) => context.Error.WriteLine(message.In(context.Tongue));
    }
}
