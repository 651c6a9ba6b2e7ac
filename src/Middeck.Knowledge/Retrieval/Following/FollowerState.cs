using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>Up to which revision the indexes outside the memory have come, and who may write to one.</summary>
internal sealed class FollowerState(Database database, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>Notes that the base has an index in the back end from now on. False when it had.</summary>
    public async Task<bool> AddAsync(
        Guid baseId, string backend, long? bytesPerEntry, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.backend_state (base_id, backend, revision, bytes_per_entry)
            VALUES ({baseId}, {backend}, 0, {bytesPerEntry}) ON CONFLICT DO NOTHING
            """,
            cancellationToken) == 1;

    /// <summary>Notes that all bases have an index in the back end from now on.</summary>
    public Task AddAllAsync(string backend, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO knowledge.backend_state (base_id, backend, revision)
            SELECT id, {backend}, 0 FROM knowledge.base
            WHERE deleted_at IS NULL AND external_api_id IS NULL
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);

    public Task RemoveAsync(Guid baseId, string backend, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM knowledge.backend_state WHERE base_id = {baseId} AND backend = {backend}", cancellationToken);

    /// <summary>The revision; null when the base has no index there.</summary>
    public Task<long?> RevisionAsync(Guid baseId, string backend, CancellationToken cancellationToken)
        => database.ScalarAsync<long?>(
            $"SELECT revision FROM knowledge.backend_state WHERE base_id = {baseId} AND backend = {backend}",
            cancellationToken);

    /// <summary>The memory that an entry took when the base did not fit; null when it was not measured.</summary>
    public Task<long?> BytesPerEntryAsync(Guid baseId, string backend, CancellationToken cancellationToken)
        => database.ScalarAsync<long?>(
            $"SELECT bytes_per_entry FROM knowledge.backend_state WHERE base_id = {baseId} AND backend = {backend}",
            cancellationToken);

    /// <summary>Takes the right to write. Null when somebody else has it, or there is no index.</summary>
    public async Task<FollowerLease?> TryTakeAsync(Guid baseId, string backend, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var holder = Ids.New(clock);
        var revision = await database.ScalarAsync<long?>(
            $"""
            UPDATE knowledge.backend_state SET leased_by = {holder}, leased_until = {now + Lease}
            WHERE base_id = {baseId} AND backend = {backend} AND (leased_until IS NULL OR leased_until < {now})
            RETURNING revision
            """,
            cancellationToken);
        return revision is { } known ? new FollowerLease(baseId, backend, holder, known) : null;
    }

    /// <summary>Notes how far the index has come, and keeps the lease. False when it was lost.</summary>
    public async Task<bool> AdvanceAsync(FollowerLease lease, long revision, CancellationToken cancellationToken)
        => await database.ExecuteAsync(
            $"""
            UPDATE knowledge.backend_state SET revision = {revision}, leased_until = {clock.GetUtcNow() + Lease}
            WHERE base_id = {lease.BaseId} AND backend = {lease.Backend} AND leased_by = {lease.Holder}
            """,
            cancellationToken) == 1;

    public Task ReleaseAsync(FollowerLease lease, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE knowledge.backend_state SET leased_by = NULL, leased_until = NULL
            WHERE base_id = {lease.BaseId} AND backend = {lease.Backend} AND leased_by = {lease.Holder}
            """,
            cancellationToken);

    /// <summary>The bases whose index in one of the back ends has not come as far as their rows and that nobody works on.</summary>
    public Task<List<LateBase>> LateAsync(string[] backends, CancellationToken cancellationToken)
        => database.QueryAsync(
            $"""
            SELECT base.workspace_id, base.id, base.name
            FROM knowledge.backend_state JOIN knowledge.base ON base.id = backend_state.base_id
            WHERE backend_state.backend = ANY({backends})
              AND backend_state.revision < base.revision AND base.deleted_at IS NULL
              AND (backend_state.leased_until IS NULL OR backend_state.leased_until < {clock.GetUtcNow()})
            GROUP BY base.id
            """,
            static row => new LateBase(row.Get<Guid>("workspace_id"), row.Get<Guid>("id"), row.Get<string>("name")),
            cancellationToken);
}
