using System.Globalization;
using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Operations.Backup;
using Middeck.Operations.Backup.Drills;

namespace Middeck.Operations.Management.Backups;

/// <summary>Work on backups that somebody asked for in the console, as jobs: it outlives the page and can be cancelled.</summary>
internal abstract class BackupWork : IJobHandler
{
    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        try
        {
            var name = JsonSerializer.Deserialize<Payload>(job.PayloadJson)!.Name;
            await RunAsync(name, new JobProgress(job, Steps), cancellationToken);
        }
        catch (RefusedException ex)
        {
            throw OperationsFaults.Refused(ex);
        }
    }

    // Backups are files, which clean up after themselves; no row waits to be put right.
    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken) => Task.CompletedTask;

    public static string PayloadOf(string name) => JsonSerializer.Serialize(new Payload(name));

    /// <summary>What is done, in order.</summary>
    protected abstract IReadOnlyList<BackupStep> Steps { get; }

    /// <exception cref="RefusedException">It cannot be done.</exception>
    protected abstract Task RunAsync(string name, IProgress<BackupProgress> progress, CancellationToken cancellationToken);

    private sealed record Payload(string Name);

    // Each step counts the same: nobody knows before how long one takes.
    private sealed class JobProgress(IJobContext job, IReadOnlyList<BackupStep> steps) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value)
        {
            var done = Math.Max(0, steps.ToList().IndexOf(value.Step));
            var part = value.Total is > 0 ? Math.Min(1, (double)value.Bytes / value.Total.Value) : 0;
            var megabytes = (value.Bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
            job.Report((done + part) / steps.Count, $"{value.Step.ToString().ToLowerInvariant()} {megabytes} MB");
        }
    }
}

/// <summary>Makes a backup.</summary>
internal sealed class MakeBackup(BackupService backups) : BackupWork
{
    public const string Kind = "operations.backup";

    protected override IReadOnlyList<BackupStep> Steps { get; } = [BackupStep.Database, BackupStep.Objects, BackupStep.Configuration];

    protected override Task RunAsync(string name, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
        => backups.CreateAsync(new BackupRequest(), progress, cancellationToken);
}

/// <summary>Reads a backup to its end.</summary>
internal sealed class VerifyBackup(BackupService backups) : BackupWork
{
    public const string Kind = "operations.verify";

    protected override IReadOnlyList<BackupStep> Steps { get; } = [BackupStep.Checking];

    protected override Task RunAsync(string name, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
        => backups.VerifyAsync(name, new BackupRequest(), progress, cancellationToken);
}

/// <summary>Restores a backup for trial.</summary>
internal sealed class DrillBackup(BackupService backups, IDrillPlatform platform) : BackupWork
{
    public const string Kind = "operations.drill";

    protected override IReadOnlyList<BackupStep> Steps { get; } =
        [BackupStep.Checking, BackupStep.Database, BackupStep.Objects, BackupStep.Platform];

    protected override async Task RunAsync(string name, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var record = await backups.DrillAsync(name, new BackupRequest(), platform, progress, cancellationToken);
        if (!record.Passed)
        {
            throw new FaultException(Fault.Conflict("operations.drill_failed", record.Problem ?? "The restore for trial failed."));
        }
    }
}
