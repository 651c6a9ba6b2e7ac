using Middeck.Operations.Checks;
using Middeck.Operations.Configuration;
using Middeck.Operations.Environments;
using Middeck.Operations.Home;

namespace Middeck.Operations.Management.Environment;

/// <summary>Shows and switches the environment of this node's home, and runs checks on it.</summary>
internal sealed class EnvironmentService(MiddeckHome home, ICheckRoom room, TimeProvider clock)
{
    private readonly EnvironmentSwitch _switch = new(home, clock);

    public EnvironmentView Show()
    {
        var backups = new ConfigurationBackups(home, clock).List().Select(backup => new CopyView(backup.Name, backup.At)).ToList();
        try
        {
            // As the file says it: what runs may have been started with another.
            var server = ConfigurationLoader.Server(ConfigurationLoader.Load(home, new Dictionary<string, string>(), Variables()));
            return new EnvironmentView(
                server.Environment, server.PublicUrl, home.ConfigurationFile, ViewOf(_switch.Plan(OtherOf(server), null)), null, backups);
        }
        catch (RefusedException ex)
        {
            return new EnvironmentView("dev", "", home.ConfigurationFile, null, Sentence.Of(ex.Sentence), backups);
        }
    }

    public async Task<ReadinessView> JudgeAsync(EnvironmentRequest request, CancellationToken cancellationToken)
        => await JudgeAsync(Plan(request), cancellationToken);

    public async Task<SwitchedView> SwitchAsync(EnvironmentRequest request, CancellationToken cancellationToken)
    {
        var plan = Plan(request);
        if (request is { Environment: "prod", Force: false })
        {
            var readiness = await JudgeAsync(plan, cancellationToken);
            if (!readiness.Ready)
            {
                throw OperationsFaults.NotReady(readiness.Reports);
            }
        }

        try
        {
            return new SwitchedView(request.Environment, _switch.Apply(plan)?.Name, RestartNeeded: plan.Difference.Count > 0);
        }
        catch (RefusedException ex)
        {
            throw OperationsFaults.Refused(ex);
        }
    }

    public async Task<ReadinessView> ExamineAsync(CancellationToken cancellationToken)
    {
        await using var scene = room.Open(null);
        return await RunAsync(room.Checkup, scene, cancellationToken);
    }

    // What the file would be is judged, not what it is: the switch itself cures half of it.
    private async Task<ReadinessView> JudgeAsync(EnvironmentPlan plan, CancellationToken cancellationToken)
    {
        using var draft = _switch.Draft(plan);
        await using var scene = room.Open(draft.File);
        return await RunAsync(room.Checkup.Readiness(), scene, cancellationToken);
    }

    private static async Task<ReadinessView> RunAsync(Checkup checkup, CheckScene scene, CancellationToken cancellationToken)
    {
        var reports = new List<CheckReportView>();
        await foreach (var report in checkup.RunAsync(scene, cancellationToken))
        {
            reports.Add(CheckReportView.Of(report));
        }

        return new ReadinessView(
            reports.TrueForAll(report => report.Findings.All(finding => finding.Severity != Severity.Critical)), reports);
    }

    private EnvironmentPlan Plan(EnvironmentRequest request)
    {
        try
        {
            return _switch.Plan(request.Environment, request.PublicHost);
        }
        catch (RefusedException ex)
        {
            throw OperationsFaults.Refused(ex);
        }
    }

    private static SwitchView ViewOf(EnvironmentPlan plan) => new(
        plan.Environment,
        [.. plan.Changes.Select(change => new ChangeView(change.Section, change.Key, change.Value))],
        [.. plan.Difference.Select(line => new LineView(line.Sign.ToString(), line.Line, line.Text))],
        [
            .. EnvironmentSwitch.Overridden(plan, Variables())
                .Select(found => new OverriddenView($"{found.Change.Section}.{found.Change.Key}", found.By)),
        ]);

    private static string OtherOf(ServerOptions server) => server.IsProduction ? "dev" : "prod";

    private static Dictionary<string, string> Variables()
        => System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
}
