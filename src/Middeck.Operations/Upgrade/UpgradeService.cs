using Microsoft.Extensions.Configuration;
using Middeck.Operations.Backup;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Language;
using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Upgrade;

/// <summary>
/// Changes the program of a home: the platform is stopped, its data is backed up, the other program migrates and starts. Where it
/// does not become healthy, program and data before come back. <c>run/upgrade.json</c> names the step at every moment.
/// </summary>
/// <param name="home">The home.</param>
/// <param name="load">Loads its configuration.</param>
/// <param name="executable">This program.</param>
/// <param name="say">Tells the steps.</param>
/// <param name="progress">Is told of the backup.</param>
/// <param name="clock">Paces the waiting.</param>
public sealed class UpgradeService(
    MiddeckHome home,
    Func<IConfigurationRoot> load,
    string executable,
    Action<Message> say,
    IProgress<BackupProgress> progress,
    TimeProvider clock)
{
    private readonly Installation _installation = new(home, clock);
    private readonly InstalledVersions _versions = new(home);

    // In the home and unsealed, whatever is configured: the way back must not need a key that is kept elsewhere.
    private BackupRequest Request => new() { Address = home.Backups, PassphraseFile = "", Recipient = "", Reason = "upgrade" };

    /// <summary>Upgrades to a release, or to this very program; an upgrade that was cut off is ended first.</summary>
    /// <param name="from">A <c>.tar.gz</c>, a folder, or null for this program.</param>
    /// <param name="cancellationToken">Stops it before the first change; afterwards it goes back.</param>
    /// <exception cref="RefusedException">It was refused, or undone.</exception>
    public async Task<UpgradeOutcome> UpgradeAsync(string? from, CancellationToken cancellationToken)
    {
        home.Create();
        using var only = UpgradeJournal.TryEnter(home) ?? throw new RefusedException(ExitCode.Failed, UpgradeMessages.Busy());
        if (UpgradeJournal.Read(home) is { Step: not UpgradeStep.Backup } cut)
        {
            return await EndAsync(cut);
        }

        var to = from is null
            ? new ProgramVersionAt(await InstalledVersions.VersionOfAsync(executable, cancellationToken), executable)
            : await _versions.InstallAsync(from, cancellationToken);
        var before = await BeforeAsync(cancellationToken);
        if (before.Executable == to.Executable)
        {
            return new UpgradeOutcome(before.Version, to.Version, null, Changed: false);
        }

        var journal = new UpgradeJournal(before, to, UpgradeStep.Backup, null, Settings());
        journal.Write(home);
        try
        {
            await using var page = await StopAsync();
            say(UpgradeMessages.BackingUp());
            var backup = await new BackupService(home, load(), clock).CreateAsync(Request, progress, cancellationToken);
            journal = journal with { Step = UpgradeStep.Start, Backup = backup.Name };
            journal.Write(home);
        }
        catch (Exception ex) when (ex is RefusedException or OperationCanceledException)
        {
            await SwitchAsync(before, journal.Settings);
            UpgradeJournal.Remove(home);
            throw;
        }

        return await EndAsync(journal);
    }

    /// <summary>Goes back to the program before the last upgrade. The data stays where both have the same schema.</summary>
    /// <param name="confirm">Asked before data that came since the upgrade is given up; it gets the backup's name.</param>
    /// <param name="cancellationToken">Stops it before the first change.</param>
    /// <returns>Null when it was not confirmed.</returns>
    public async Task<UpgradeOutcome?> RollBackAsync(Func<string, bool> confirm, CancellationToken cancellationToken)
    {
        home.Create();
        using var only = UpgradeJournal.TryEnter(home) ?? throw new RefusedException(ExitCode.Failed, UpgradeMessages.Busy());
        if (UpgradeJournal.Read(home) is { Backup: { } begun } cut)
        {
            return !confirm(begun) ? null : await ReturnAsync(cut, "");
        }

        var history = VersionHistory.Read(home);
        if (history is not { Previous: { } previous, Backup: { } backup })
        {
            throw new RefusedException(ExitCode.Failed, UpgradeMessages.NothingBefore());
        }

        if (!File.Exists(previous.Executable))
        {
            throw new RefusedException(ExitCode.Failed, UpgradeMessages.ProgramGone(previous.Executable));
        }

        var settings = Settings();
        var same = await HasSameSchemaAsync(backup, cancellationToken);
        if (!same && !confirm(backup))
        {
            return null;
        }

        if (!same)
        {
            return await ReturnAsync(new UpgradeJournal(previous, history.Current, UpgradeStep.Return, backup, settings), "");
        }

        say(UpgradeMessages.KeepsData());
        await (await StopAsync()).DisposeAsync();
        await SwitchAsync(previous, settings);
        new VersionHistory(previous, null, null).Write(home);
        return new UpgradeOutcome(history.Current.Version, previous.Version, null, Changed: true);
    }

    private async Task<UpgradeOutcome> EndAsync(UpgradeJournal journal)
    {
        if (journal.Step == UpgradeStep.Return)
        {
            return await ReturnAsync(journal, "");
        }

        try
        {
            await _installation.StopAsync(CancellationToken.None);
            await SwitchAsync(journal.To, journal.Settings);
        }
        catch (RefusedException ex)
        {
            say(UpgradeMessages.GoingBack(journal.From.Version, ex.Sentence.English));
            await ReturnAsync(journal, ex.Sentence.English);
            throw new RefusedException(
                ExitCode.UpgradeUndone,
                UpgradeMessages.Undone(journal.From.Version, journal.To.Version, ex.Sentence.English),
                ex);
        }

        new VersionHistory(journal.To, journal.From, journal.Backup).Write(home);
        UpgradeJournal.Remove(home);
        return new UpgradeOutcome(journal.From.Version, journal.To.Version, journal.Backup, Changed: true);
    }

    private async Task<UpgradeOutcome> ReturnAsync(UpgradeJournal journal, string reason)
    {
        (journal with { Step = UpgradeStep.Return }).Write(home);
        await using (await StopAsync())
        {
            await new RestoreService(home, load, clock).RunAsync(
                home,
                BackupService.OptionsOf(load()),
                new RestoreRequest(journal.Backup!, Request, Overwrite: true),
                progress,
                CancellationToken.None);
        }

        try
        {
            await SwitchAsync(journal.From, journal.Settings);
        }
        catch (RefusedException ex)
        {
            throw new RefusedException(
                ExitCode.StartFailed,
                UpgradeMessages.NotEvenUndone(journal.From.Version, ex.Sentence.English),
                ex);
        }

        new VersionHistory(journal.From, null, null).Write(home);
        UpgradeJournal.Remove(home);
        return new UpgradeOutcome(journal.To.Version, journal.From.Version, journal.Backup, Changed: reason.Length == 0);
    }

    private async Task<ProgramVersionAt> BeforeAsync(CancellationToken cancellationToken)
    {
        var before = _installation.Status?.Executable ?? VersionHistory.Read(home)?.Current.Executable ?? executable;
        return File.Exists(before)
            ? new ProgramVersionAt(await InstalledVersions.VersionOfAsync(before, cancellationToken), before)
            : throw new RefusedException(ExitCode.Failed, UpgradeMessages.ProgramGone(before));
    }

    // What the supervisor was started with: middeck supervise --set server.port=80 …
    private IReadOnlyList<string> Settings()
        => _installation.SupervisorPid is { } pid
            ? [.. File.ReadAllText($"/proc/{pid}/cmdline").TrimEnd('\0').Split('\0').SkipWhile(word => word != "--set")]
            : UpgradeJournal.Read(home)?.Settings ?? [];

    private async Task<IAsyncDisposable> StopAsync()
    {
        say(UpgradeMessages.Stopping());
        var address = _installation.Status is { } status && Uri.TryCreate(status.Url, UriKind.Absolute, out var url) ? url : null;
        await _installation.StopAsync(CancellationToken.None);
        var server = ConfigurationLoader.Server(load());
        var port = address?.Port ?? server.Port;
        if (MaintenancePage.TryOpen(server.Address, port) is { } page)
        {
            return page;
        }

        say(UpgradeMessages.NoPage(port));
        return new NoPage();
    }

    private async Task SwitchAsync(ProgramVersionAt program, IReadOnlyList<string> settings)
    {
        say(UpgradeMessages.StartingProgram(program.Version));
        await _versions.SwitchAsync(program, CancellationToken.None);
        var output = await ProcessOutput.OfAsync(
            new ProcessCommand([program.Executable, "up", .. settings])
            {
                Environment = new Dictionary<string, string?> { ["MIDDECK_HOME"] = home.Root },
            },
            null,
            CancellationToken.None);
        if (output.ExitCode != 0)
        {
            var last = output.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("no word");
            var words = last.StartsWith("middeck: ", StringComparison.Ordinal) ? last[9..] : last;
            throw new RefusedException(ExitCode.StartFailed, new Message(words, words));
        }
    }

    private async Task<bool> HasSameSchemaAsync(string backup, CancellationToken cancellationToken)
    {
        using var target = Backup.Targets.BackupTargets.Open(home, new BackupOptions(), home.Backups);
        var manifest = await new BackupShelf(target).FindAsync(backup, cancellationToken);
        await using var session = await DatabaseSession.OpenAsync(home, load(), create: false, clock, cancellationToken);
        await using var snapshot = await DatabaseSnapshot.TakeAsync(session.Address, cancellationToken);
        return (await snapshot.FactsAsync(cancellationToken)).Schema.SequenceEqual(
            manifest.Schema.OrderBy(room => room.Key, StringComparer.Ordinal));
    }

    private sealed class NoPage : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
