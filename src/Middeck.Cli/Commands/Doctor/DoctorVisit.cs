using Middeck.Core.Errors;
using Middeck.Operations;
using Middeck.Operations.Checks;
using Middeck.Operations.Language;

namespace Middeck.Cli.Commands.Doctor;

/// <summary>One run of the doctor: each check, and after each the repairs that were agreed to and a second look.</summary>
internal sealed class DoctorVisit(CommandContext context, FindingPrinter printer, bool fixes, bool yes)
{
    public async Task<IReadOnlyList<CheckView>> RunAsync(Checkup checkup, CancellationToken cancellationToken)
    {
        var views = new List<CheckView>();
        var scene = SceneOpener.Open(context);
        try
        {
            foreach (var check in checkup.Checks)
            {
                var outcome = await Checkup.RunAsync(check, scene, cancellationToken);
                printer.Show(check, outcome);
                var repaired = fixes ? await RepairAsync(outcome, cancellationToken) : [];
                if (repaired.Count > 0)
                {
                    // What was repaired changes what there is to see, also for the checks after this one.
                    await scene.DisposeAsync();
                    scene = SceneOpener.Open(context);
                    outcome = await Checkup.RunAsync(check, scene, cancellationToken);
                    printer.ShowAgain(check, outcome);
                }

                views.Add(CheckView.Of(check, outcome, repaired));
            }
        }
        finally
        {
            await scene.DisposeAsync();
        }

        return views;
    }

    private async Task<IReadOnlyList<string>> RepairAsync(CheckOutcome outcome, CancellationToken cancellationToken)
    {
        var repaired = new List<string>();
        foreach (var finding in outcome.Findings)
        {
            if (finding.Repair is { } repair && await TryAsync(repair, cancellationToken))
            {
                repaired.Add(finding.Code);
            }
        }

        return repaired;
    }

    private async Task<bool> TryAsync(Repair repair, CancellationToken cancellationToken)
    {
        string? secret = null;
        if (repair.Secret is { } prompt)
        {
            if (yes || Console.IsInputRedirected)
            {
                printer.Say(DoctorMessages.NeedsTerminal());
                return false;
            }

            if (!Asking.Confirm(context, repair.Question, yes: false) || (secret = Asking.Secret(context, prompt)) is not { Length: > 0 })
            {
                return false;
            }
        }
        else if (!Asking.Confirm(context, repair.Question, yes))
        {
            return false;
        }

        try
        {
            await repair.ApplyAsync(secret, cancellationToken);
            return true;
        }
        catch (Exception ex) when (ex is RefusedException or FaultException or IOException or UnauthorizedAccessException
            or Npgsql.NpgsqlException or Middeck.Storage.Schema.MigrationFailedException)
        {
            // One repair that fails must not keep the others from being tried.
            printer.Say(DoctorMessages.NotRepaired((ex as RefusedException)?.Sentence ?? new Message(ex.Message, ex.Message)));
            return false;
        }
    }
}
