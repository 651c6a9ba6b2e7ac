using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Indexing;

/// <summary>Removes the vectors of bases that nobody searches, where the operator wants it. The first search has them made again.</summary>
internal sealed class UnusedVectors(ReembeddingStore store, IOptions<KnowledgeOptions> options, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.UnusedVectorsDays == 0)
        {
            return;
        }

        var since = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.UnusedVectorsDays);
        foreach (var baseId in await store.UnusedAsync(since, cancellationToken))
        {
            if (await store.MarkRemovedAsync(baseId, since, cancellationToken))
            {
                await store.TrimAsync(baseId, key: null, cancellationToken);
            }
        }
    }
}
