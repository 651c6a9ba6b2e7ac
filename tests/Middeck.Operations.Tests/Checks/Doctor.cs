using Microsoft.Extensions.Configuration;
using Middeck.Http.Configuration;
using Middeck.Operations.Checks;
using Middeck.Operations.Checks.Production;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Storage;

namespace Middeck.Operations.Tests.Checks;

/// <summary>Looks at a home as <c>middeck doctor</c> does.</summary>
internal sealed class Doctor(MiddeckHome home) : IBackupRecords
{
    private static readonly RoomOptions[] Rooms =
    [
        new(ServerOptions.Section, typeof(ServerOptions)),
        new(CheckOptions.Section, typeof(CheckOptions)),
        new(DatabaseOptions.Section, typeof(DatabaseOptions)),
        new("identity", typeof(Identity.IdentityOptions)),
    ];

    public Dictionary<string, string> Environment { get; } = [];

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public BackupHistory Backups { get; set; } = new(null, null, false);

    /// <summary>Stands for our own program: what <c>middeck up</c> does.</summary>
    public Func<CancellationToken, Task> Up { get; set; } = _ => Task.CompletedTask;

    public Checkup Checkup => new(LocalChecks.All(this));

    public CheckScene Open(string? draft = null) => CheckScene.Open(
        home,
        Environment,
        Rooms,
        Clock,
        _ => throw new InvalidOperationException("No platform here."),
        draft,
        (arguments, cancellationToken) =>
        {
            Assert.Equal(["up"], arguments);
            return Up(cancellationToken);
        });

    /// <summary>What one check finds now.</summary>
    public async Task<IReadOnlyList<Finding>> LookAsync(string check)
    {
        await using var scene = Open();
        return (await OutcomeAsync(scene, check)).Findings;
    }

    /// <summary>The one finding of a check, by its code.</summary>
    public async Task<Finding> FindAsync(string code)
        => Assert.Single(await LookAsync(code.Split('.')[0]), finding => finding.Code == code);

    /// <summary>Finds it, repairs it, and looks again: it must be gone.</summary>
    public async Task RepairAsync(string code)
    {
        await using (var scene = Open())
        {
            var outcome = await OutcomeAsync(scene, code.Split('.')[0]);
            var finding = Assert.Single(outcome.Findings, finding => finding.Code == code);
            await finding.Repair!.ApplyAsync(null, CancellationToken.None);
        }

        Assert.DoesNotContain(await LookAsync(code.Split('.')[0]), finding => finding.Code == code);
    }

    public BackupHistory Read(MiddeckHome place, IConfiguration configuration) => Backups;

    private async Task<CheckOutcome> OutcomeAsync(CheckScene scene, string check)
    {
        var outcome = await Middeck.Operations.Checks.Checkup.RunAsync(Checkup.Of([check]).Checks[0], scene, CancellationToken.None);
        Assert.Null(outcome.NotRun);
        return outcome;
    }
}
