using System.CommandLine;
using System.CommandLine.Invocation;
using Middeck.Cli.Commands;
using Middeck.Cli.Commands.Apps;
using Middeck.Cli.Commands.Backups;
using Middeck.Cli.Commands.Databases;
using Middeck.Cli.Commands.Doctor;
using Middeck.Cli.Commands.Entry;
using Middeck.Cli.Commands.Environments;
using Middeck.Cli.Commands.Monitor;
using Middeck.Cli.Commands.Ports;
using Middeck.Cli.Commands.Services;
using Middeck.Cli.Commands.Setup;
using Middeck.Cli.Commands.Shell;
using Middeck.Cli.Commands.Upgrades;
using Middeck.Cli.Commands.Users;
using Middeck.Operations;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>The <c>middeck</c> command: its table of contents, and how a refusal becomes a sentence and an exit code.</summary>
internal static class MiddeckCommand
{
    public static async Task<int> RunAsync(string[] args, CommandContext context)
    {
        var tongue = LanguageOption.Of(args, context.Environment);
        LanguageOption.Apply(tongue);
        var parsed = Create(context with { Tongue = tongue }).Parse(args);
        using var termination = new Termination();
        try
        {
            // We watch the signals: the default gives a command two seconds to end, and PostgreSQL may need more.
            var invocation = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = context.Output,
                Error = context.Error,
            };
            if (parsed.Action is ParseErrorAction mistake)
            {
                mistake.ShowHelp = false;
                OwnWords.Speak(invocation, tongue, () => parsed.Invoke(invocation));
                await context.Error.WriteLineAsync(CliMessages.SeeHelp(parsed.CommandResult.Command).In(tongue));
                return (int)ExitCode.Usage;
            }

            var code = await parsed.InvokeAsync(invocation, termination.Token);
            return parsed.Errors.Count > 0 ? (int)ExitCode.Usage : code;
        }
        catch (RefusedException ex)
        {
            await context.Error.WriteLineAsync($"middeck: {ex.Sentence.In(tongue)}");
            return (int)ex.Code;
        }
        catch (OperationCanceledException) when (termination.Token.IsCancellationRequested)
        {
            return (int)ExitCode.Failed;
        }
        catch (Exception ex)
        {
            // A bug. The stack trace is for us; the last line is what the supervisor and the status show.
            await context.Error.WriteLineAsync(ex.ToString());
            await context.Error.WriteLineAsync($"middeck: {ex.GetType().Name}: {ex.Message.ReplaceLineEndings(" ")}");
            return (int)ExitCode.Failed;
        }
    }

    internal static RootCommand Create(CommandContext context)
    {
        var root = new RootCommand(new Message("Middeck: a self-hosted AI platform.", "Middeck：自托管的 AI 平台。").In(context.Tongue));
        root.Options.Add(LanguageOption.Create(context));
        root.Subcommands.Add(UpCommand.Create(context));
        root.Subcommands.Add(DownCommand.Create(context));
        root.Subcommands.Add(RestartCommand.Create(context));
        root.Subcommands.Add(StatusCommand.Create(context));
        root.Subcommands.Add(HealthCommand.Create(context));
        root.Subcommands.Add(LogsCommand.Create(context));
        root.Subcommands.Add(PortsCommand.Create(context));
        root.Subcommands.Add(MonitorCommand.Create(context));
        root.Subcommands.Add(ServicesCommand.Create(context));
        root.Subcommands.Add(CleanCommand.Create(context));
        root.Subcommands.Add(ServeCommand.Create(context));
        root.Subcommands.Add(SuperviseCommand.Create(context));
        root.Subcommands.Add(OpenApiCommand.Create(context));
        root.Subcommands.Add(AppCommand.Create(context));
        root.Subcommands.Add(BackupCommand.Create(context));
        root.Subcommands.Add(DrillCommand.Create(context));
        root.Subcommands.Add(WalArchiveCommand.Create(context));
        root.Subcommands.Add(UpgradeCommand.Create(context));
        root.Subcommands.Add(RollbackCommand.Create(context));
        root.Subcommands.Add(EntryCommand.Create(context, () => CatalogueLoader.Load(context.Home)));
        root.Subcommands.Add(DoctorCommand.Create(context));
        root.Subcommands.Add(EnvCommand.Create(context));
        root.Subcommands.Add(UserCommand.Create(context));
        root.Subcommands.Add(DbCommand.Create(context));
        root.Subcommands.Add(SetupCommand.Create(context));
        root.Subcommands.Add(DevCommand.Create(context));
        root.Subcommands.Add(CompletionCommand.Create(context));
        CommandExamples.ShowInHelp(root, context.Tongue);
        return root;
    }
}
