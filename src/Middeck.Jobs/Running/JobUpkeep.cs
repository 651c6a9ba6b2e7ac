using Middeck.Jobs.Queue;
using Middeck.Storage.Sql;

namespace Middeck.Jobs.Running;

/// <summary>What <c>middeck doctor</c> asks of the queue.</summary>
internal sealed class JobUpkeep(Database database, JobStore store, LeaseStore leases, TimeProvider clock) : IJobUpkeep
{
    // Every node sweeps every ten seconds: what is older than this, nobody sweeps.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    public async Task<JobUpkeepState> ReadAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Grace;
        var expired = await database.ScalarAsync<int>(
            $"SELECT count(*)::int FROM jobs.job WHERE state = 'running' AND lease_expires_at < {before}", cancellationToken);
        return new JobUpkeepState(expired, await store.OldestDueAsync(cancellationToken));
    }

    public Task<int> ReleaseExpiredAsync(CancellationToken cancellationToken) => leases.ReleaseExpiredAsync(cancellationToken);
}
