using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Secrets;

namespace Middeck.Knowledge.Sources;

/// <summary>
/// Brings the documents of a source to where the source is. What is new and changed is taken one by one as it is found; what is
/// missing is looked at only when everything has been seen. Done again after a crash, it finds done what was done.
/// </summary>
internal sealed class SourceSync(
    SourceReaders readers,
    SourceDocuments documents,
    SourceRunStore runs,
    DocumentIntake intake,
    ISecretVault vault,
    IOptions<KnowledgeOptions> options)
{
    private const int FailuresKept = 100;
    private const int EntriesBetweenReports = 20;

    /// <returns>How it ended; null when the run is no longer this job's.</returns>
    /// <exception cref="FaultException">The source could not be seen as a whole.</exception>
    public async Task<SyncEnd?> RunAsync(
        IJobContext job, SourceRow source, SourceRun run, CancellationToken cancellationToken)
    {
        var known = await documents.KnownAsync(source, cancellationToken);
        var pass = new Pass(source);
        var access = new SourceAccess(
            source.WorkspaceId,
            source.Settings,
            source.Secret is { } secret ? vault.Decrypt(secret, SourceRow.SecretPurpose(source.Id)) : null);
        await foreach (var entry in readers.For(source.Kind).ReadAsync(access, known, cancellationToken))
        {
            if (entry is SourceEntry.Missing && known.ContainsKey(entry.Key))
            {
                continue;
            }

            if (!pass.Seen.Add(entry.Key))
            {
                continue;
            }

            RefuseTooMany(pass.Seen.Count);
            await TakeAsync(pass, entry, known.GetValueOrDefault(entry.Key), cancellationToken);
            if (pass.Seen.Count % EntriesBetweenReports == 1)
            {
                job.Report(Math.Min(0.9, (double)pass.Seen.Count / Math.Max(known.Count, pass.Seen.Count + 20)), pass.Counts.Fact);
                if (!await runs.ReportAsync(run, pass.Counts, pass.Failures, cancellationToken))
                {
                    return null;
                }
            }
        }

        return await runs.ReportAsync(run, pass.Counts, pass.Failures, cancellationToken)
            ? await MissAsync(pass, known, cancellationToken)
            : null;
    }

    private async Task TakeAsync(
        Pass pass, SourceEntry entry, KnownDocument? known, CancellationToken cancellationToken)
    {
        switch (entry)
        {
            case SourceEntry.Found found when known?.Version == found.Version:
                pass.Count(static counts => counts with { Unchanged = counts.Unchanged + 1 });
                break;
            case SourceEntry.Found found:
                await ReadAsync(pass, found, cancellationToken);
                break;
            case SourceEntry.Unchanged(_, var version):
                pass.Count(static counts => counts with { Unchanged = counts.Unchanged + 1 });
                if (known is not null && known.Version != version)
                {
                    await documents.SeenAsync(pass.Source, known.Id, version, cancellationToken);
                }

                break;
            case SourceEntry.Skipped:
                pass.Count(static counts => counts with { Skipped = counts.Skipped + 1 });
                break;
            case SourceEntry.Missing(var key, var error):
                pass.Fail(new SyncFailure(key, "knowledge.source_item_missing", error));
                break;
            case SourceEntry.Failed(var key, var code, var error):
                pass.Fail(new SyncFailure(key, code, error));
                break;
        }
    }

    private async Task ReadAsync(Pass pass, SourceEntry.Found found, CancellationToken cancellationToken)
    {
        try
        {
            await using var content = await found.Open(cancellationToken);
            var outcome = await intake.TakeAsync(
                new IncomingFile
                {
                    WorkspaceId = pass.Source.WorkspaceId,
                    BaseId = pass.Source.BaseId,
                    Name = found.Name,
                    Folder = found.Folder,
                    Extension = found.Extension,
                    By = pass.Source.CreatedBy,
                    Origin = Enum.Parse<DocumentOrigin>(pass.Source.Kind.ToString()),
                    SourceId = pass.Source.Id,
                    SourceKey = found.Key,
                    SourceVersion = found.Version,
                },
                new UploadStream(content, options.Value.MaxUploadBytes),
                cancellationToken);
            await CountAsync(pass, found, outcome, cancellationToken);
        }
        catch (FaultException ex) when (IsOfThisFileAlone(ex.Fault))
        {
            pass.Fail(new SyncFailure(found.Key, ex.Fault.Code, ex.Fault.Detail));
        }
    }

    private async Task CountAsync(
        Pass pass, SourceEntry.Found found, Intake outcome, CancellationToken cancellationToken)
    {
        switch (outcome)
        {
            case Intake.Added:
                pass.Count(static counts => counts with { Added = counts.Added + 1 });
                break;
            case Intake.Replaced:
                pass.Count(static counts => counts with { Changed = counts.Changed + 1 });
                await documents.SeenAsync(pass.Source, outcome.Row.Id, found.Version, cancellationToken);
                break;
            case Intake.Unchanged:
                pass.Count(static counts => counts with { Unchanged = counts.Unchanged + 1 });
                await documents.SeenAsync(pass.Source, outcome.Row.Id, found.Version, cancellationToken);
                break;
            case Intake.Duplicate:
                pass.Count(static counts => counts with { Skipped = counts.Skipped + 1 });
                pass.Twins.TryAdd(outcome.Row.Id, found);
                break;
        }
    }

    private async Task<SyncEnd> MissAsync(
        Pass pass, Dictionary<string, KnownDocument> known, CancellationToken cancellationToken)
    {
        var rule = pass.Source.Gone;
        var gone = new List<KnownDocument>();
        foreach (var document in known.Values.Where(document => !pass.Seen.Contains(document.Key)))
        {
            if (pass.Twins.TryGetValue(document.Id, out var moved))
            {
                await documents.MovedAsync(pass.Source, document.Id, moved, cancellationToken);
                pass.Count(static counts => counts with { Skipped = counts.Skipped - 1, Changed = counts.Changed + 1 });
            }
            else if (rule == GoneRule.Remove || document.Version is not null)
            {
                gone.Add(document);
            }
        }

        pass.Count(counts => counts with { Gone = gone.Count });
        if (rule != GoneRule.Keep && gone.Count * 2 > known.Count && gone.Count > pass.Source.ConfirmedGone)
        {
            return pass.End(
                SyncState.NeedsConfirmation,
                SourceState.NeedsConfirmation,
                "knowledge.source_mostly_gone",
                $"{gone.Count} of {known.Count} documents are no longer there. None was touched; confirm that they are to go, "
                + "or put the source right and read it again.");
        }

        foreach (var document in gone)
        {
            await (rule == GoneRule.Remove
                ? documents.RemoveAsync(pass.Source, document.Id, cancellationToken)
                : documents.KeepGoneAsync(pass.Source, document.Id, rule == GoneRule.Disable, cancellationToken));
        }

        return pass.End(SyncState.Succeeded, SourceState.Idle, null, null);
    }

    private void RefuseTooMany(int count)
    {
        var limit = options.Value.MaxSourceFiles;
        if (count > limit)
        {
            throw SourceFaults.Unavailable(
                "knowledge.source_too_large",
                $"The source holds more than {limit:N0} files, so it was not seen as a whole and nothing was removed. Narrow it by a "
                + "prefix or patterns, or ask the operator to raise knowledge.max_source_files.");
        }
    }

    // A full disk or a full base would fail every file that follows.
    private static bool IsOfThisFileAlone(Fault fault)
        => fault.Kind != FaultKind.Unavailable && fault.Code != "knowledge.too_many_documents";

    private sealed class Pass(SourceRow source)
    {
        public SourceRow Source { get; } = source;

        public HashSet<string> Seen { get; } = new(StringComparer.Ordinal);

        /// <summary>What was not taken because this document has its content: perhaps under its new name.</summary>
        public Dictionary<Guid, SourceEntry.Found> Twins { get; } = [];

        public List<SyncFailure> Failures { get; } = [];

        public SyncCounts Counts { get; private set; } = SyncCounts.None;

        public void Count(Func<SyncCounts, SyncCounts> step) => Counts = step(Counts);

        public void Fail(SyncFailure failure)
        {
            Counts = Counts with { Failed = Counts.Failed + 1 };
            if (Failures.Count < FailuresKept)
            {
                Failures.Add(failure);
            }
        }

        public SyncEnd End(SyncState state, SourceState sourceState, string? code, string? error)
            => new(state, sourceState, error, code, Counts, Failures);
    }
}
