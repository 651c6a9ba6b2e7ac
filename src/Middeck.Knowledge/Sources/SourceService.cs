using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Storage.Secrets;

namespace Middeck.Knowledge.Sources;

/// <summary>Makes, changes, runs and removes sources.</summary>
internal sealed class SourceService(
    KnowledgeBaseAccess access,
    SourceStore sources,
    SourceRunStore runs,
    SourceReaders readers,
    SourceQueue queue,
    IJobQueue jobs,
    ISecretVault vault,
    AuditTrail audit,
    IOptions<KnowledgeOptions> options,
    TimeProvider clock)
{
    private const string ObjectKind = "knowledge_source";

    public async Task<Source> CreateAsync(
        Caller caller, Guid baseId, CreateSource request, CancellationToken cancellationToken)
    {
        await access.OpenForDocumentsAsync(caller, baseId, cancellationToken);
        readers.For(request.Kind).Check(new SourceAccess(caller.WorkspaceId, request.Settings, request.SecretKey));
        var now = clock.GetUtcNow();
        var id = Ids.New(clock);
        var row = new SourceRow
        {
            Id = id,
            WorkspaceId = caller.WorkspaceId,
            BaseId = baseId,
            Kind = request.Kind,
            Name = NameOf(request.Name),
            Settings = request.Settings,
            Secret = string.IsNullOrEmpty(request.SecretKey) ? null : Encrypt(id, request.SecretKey),
            Schedule = request.Schedule,
            Gone = request.Gone,
            // The first run of a schedule is soon, not in a week.
            NextRunAt = SourceSchedule.Interval(request.Schedule) is null ? null : now,
            CreatedBy = caller.UserId,
            CreatedAt = now,
            UpdatedAt = now,
        };
        if (!await sources.InsertAsync(row, options.Value.MaxSources, cancellationToken))
        {
            throw new FaultException(Fault.Conflict(
                "knowledge.too_many_sources",
                $"The knowledge base has {options.Value.MaxSources} sources, which is the limit. Remove one first."));
        }

        audit.About(ObjectKind, id, row.Name).Change(null, Shown(row));
        return Source.From(row);
    }

    public async Task<Page<Source>> ListAsync(
        Caller caller, Guid baseId, PageRequest page, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Use, cancellationToken);
        var rows = await sources.PageAsync(caller.WorkspaceId, baseId, page, cancellationToken);
        var last = await runs.LastAsync([.. rows.Data.Select(static row => row.Id)], cancellationToken);
        return rows.Select(row => Source.From(row) with { LastRun = last.GetValueOrDefault(row.Id) });
    }

    public async Task<Source> GetAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, AccessLevel.Use, cancellationToken);
        var last = await runs.LastAsync([id], cancellationToken);
        return Source.From(row) with { LastRun = last.GetValueOrDefault(id) };
    }

    public async Task<Source> UpdateAsync(
        Caller caller, Guid baseId, Guid id, UpdateSource request, CancellationToken cancellationToken)
    {
        var before = await OpenAsync(caller, baseId, id, AccessLevel.Edit, cancellationToken);
        var schedule = request.Schedule ?? before.Schedule;
        var interval = SourceSchedule.Interval(schedule);
        var after = before with
        {
            Name = request.Name is null ? before.Name : NameOf(request.Name),
            Settings = request.Settings ?? before.Settings,
            Secret = request.SecretKey switch
            {
                null => before.Secret,
                "" => null,
                var secret => Encrypt(id, secret),
            },
            Schedule = schedule,
            Gone = request.Gone ?? before.Gone,
            NextRunAt = schedule == before.Schedule ? before.NextRunAt : clock.GetUtcNow() + interval,
        };
        readers.For(after.Kind).Check(new SourceAccess(
            caller.WorkspaceId, after.Settings, after.Secret is null ? null : vault.Decrypt(after.Secret, SourceRow.SecretPurpose(id))));
        var row = await sources.UpdateAsync(after, cancellationToken) ?? throw SourceFaults.NoSource();
        audit.About(ObjectKind, id, row.Name).Change(Shown(before), Shown(row));
        return Source.From(row);
    }

    /// <summary>Removes a source, and its documents with it or not.</summary>
    public async Task DeleteAsync(
        Caller caller, Guid baseId, Guid id, bool withDocuments, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, AccessLevel.Edit, cancellationToken);
        if (row is { State: SourceState.Queued or SourceState.Running, JobId: { } jobId })
        {
            await jobs.CancelAsync(caller.WorkspaceId, jobId, cancellationToken);
        }

        if (withDocuments)
        {
            await queue.RequestRemovalAsync(id, caller.UserId, cancellationToken);
        }
        else
        {
            await sources.DetachAsync(row, cancellationToken);
        }

        audit.About(ObjectKind, id, row.Name).Change(Shown(row), null);
    }

    public async Task<Source> SyncAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, baseId, id, AccessLevel.Edit, cancellationToken);
        return await RequestAsync(caller, id, SyncTrigger.Manual, 0, cancellationToken);
    }

    /// <summary>Runs the source again, and lets as many documents go as the last run asked about.</summary>
    public async Task<Source> ConfirmAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, AccessLevel.Edit, cancellationToken);
        var last = await runs.LastAsync([id], cancellationToken);
        return row.State == SourceState.NeedsConfirmation && last.TryGetValue(id, out var run)
            ? await RequestAsync(caller, id, SyncTrigger.Confirmed, run.Counts.Gone, cancellationToken)
            : throw new FaultException(Fault.Conflict(
                "knowledge.nothing_to_confirm", "The source's last run did not ask for a confirmation."));
    }

    public async Task<Source> CancelAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, AccessLevel.Edit, cancellationToken);
        if (row is not { State: SourceState.Queued or SourceState.Running, JobId: { } jobId })
        {
            throw new FaultException(Fault.Conflict("knowledge.source_idle", "The source is not being read."));
        }

        await jobs.CancelAsync(caller.WorkspaceId, jobId, cancellationToken);

        // Not left to the job's end: whoever pressed the button sees it at once, and the job finds the run no longer its own.
        await runs.EndAsync(id, jobId, SyncEnd.Cancelled, cancellationToken);
        audit.About(ObjectKind, id, row.Name);
        return await GetAsync(caller, baseId, id, cancellationToken);
    }

    public async Task<Page<SourceRun>> RunsAsync(
        Caller caller, Guid baseId, Guid id, PageRequest page, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, baseId, id, AccessLevel.Use, cancellationToken);
        return await runs.PageAsync(id, page, cancellationToken);
    }

    public async Task<SourceRow> OpenAsync(
        Caller caller, Guid baseId, Guid id, AccessLevel need, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, need, cancellationToken);
        return await sources.FindAsync(caller.WorkspaceId, baseId, id, cancellationToken) ?? throw SourceFaults.NoSource();
    }

    private async Task<Source> RequestAsync(
        Caller caller, Guid id, SyncTrigger trigger, int confirmedGone, CancellationToken cancellationToken)
    {
        var row = await queue.RequestAsync(id, trigger, caller.UserId, confirmedGone, cancellationToken)
            ?? throw SourceFaults.Busy();
        audit.About(ObjectKind, id, row.Name);
        return Source.From(row);
    }

    private string Encrypt(Guid id, string secret) => vault.Encrypt(secret, SourceRow.SecretPurpose(id));

    private static object Shown(SourceRow row)
        => new { row.Name, row.Kind, row.Settings, HasSecret = row.Secret is not null, row.Schedule, row.Gone };

    private static string NameOf(string name)
        => name.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : throw SourceFaults.Invalid("knowledge.name_empty", "Give the source a name.", "name");
}
