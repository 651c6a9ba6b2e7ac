using System.Text.Json;
using Middeck.Cli.Commands.Doctor;
using Middeck.Operations;
using Middeck.Operations.Environments;
using Middeck.Operations.Language;
using Middeck.Server.Checks;

namespace Middeck.Cli.Commands.Environments;

/// <summary>One switch. Everything is looked at and asked before anything is changed.</summary>
internal sealed class EnvironmentUse(CommandContext context, bool force, bool yes, bool json)
{
    private readonly EnvironmentSwitch _switch = new(context.Home, context.Clock);
    private readonly TextWriter _words = json ? context.Error : context.Output;

    public async Task<ExitCode> RunAsync(string environment, string? host, CancellationToken cancellationToken)
    {
        var plan = _switch.Plan(environment, host);
        var readiness = environment == "prod" ? await CheckAsync(plan, cancellationToken) : null;
        var isRefused = readiness is { Critical: > 0 } && !force;
        EnvironmentPrinter.Show(context, _words, plan);
        if (isRefused || plan.Difference.Count == 0)
        {
            Say(isRefused ? EnvMessages.NotReady(readiness!) : EnvMessages.NothingToDo(environment));
            Answer(plan, changed: false, null, readiness);
            return isRefused ? ExitCode.NotReady : ExitCode.Ok;
        }

        if (readiness is { Critical: > 0 })
        {
            Say(EnvMessages.Forced(readiness));
        }

        if (!Asking.Confirm(context, EnvMessages.Change(context.Home.ConfigurationFile), yes))
        {
            Answer(plan, changed: false, null, readiness);
            return ExitCode.Declined;
        }

        var backup = _switch.Apply(plan);
        Say(EnvMessages.Switched(environment, backup, EnvironmentPrinter.Next(context)));
        Answer(plan, changed: true, backup, readiness);
        return ExitCode.Ok;
    }

    // What the file would be is judged, not what it is: the switch itself cures half of it.
    private async Task<DoctorReport> CheckAsync(EnvironmentPlan plan, CancellationToken cancellationToken)
    {
        using var draft = _switch.Draft(plan);
        await using var scene = SceneOpener.Open(context, draft.File);
        var printer = new FindingPrinter(_words, context.Tongue);
        var views = new List<CheckView>();
        await foreach (var report in PlatformChecks.Checkup.Readiness().RunAsync(scene, cancellationToken))
        {
            printer.Show(report.Check, report.Outcome);
            views.Add(CheckView.Of(report.Check, report.Outcome, []));
        }

        return DoctorReport.Of(views);
    }

    private void Answer(EnvironmentPlan plan, bool changed, ConfigurationBackup? backup, DoctorReport? readiness)
    {
        if (json)
        {
            var view = new EnvironmentUseView(
                plan.Environment,
                changed,
                backup?.Name,
                [.. plan.Difference.Select(DiffLineView.Of)],
                EnvironmentPrinter.Overridden(context, plan),
                readiness);
            context.Output.WriteLine(JsonSerializer.Serialize(view, CliJson.Default.EnvironmentUseView));
        }
    }

    private void Say(Message sentence) => context.Error.WriteLine(sentence.In(context.Tongue));
}
