using Microsoft.Extensions.Options;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>Moves bases between the nodes' memory and PostgreSQL as they grow and shrink.</summary>
internal sealed class LargeBases(
    FollowerState state,
    FollowerSweep sweep,
    DatabaseWords words,
    BaseDirectory directory,
    IOptions<SearchOptions> options)
{
    // Well below the limit, so that a base at the border does not move to and fro.
    private const double SmallShare = 0.7;

    /// <summary>The base has outgrown the memory: from now on its words are searched in PostgreSQL.</summary>
    public async Task MoveOutAsync(
        KnowledgeBaseRow row, CollectionTooLargeException measured, CancellationToken cancellationToken)
    {
        var perEntry = measured.Bytes / Math.Max(1, measured.Entries);
        if (await state.AddAsync(row.Id, DatabaseWords.Backend, perEntry, cancellationToken))
        {
            await sweep.EnqueueAsync(row.WorkspaceId, row.Id, row.Name, cancellationToken);
        }

        directory.Forget(row.Id);
    }

    /// <summary>Lets a base that has become small enough be searched in memory again.</summary>
    public async Task ReturnIfSmallAsync(KnowledgeBaseRow row, CancellationToken cancellationToken)
    {
        if (await state.BytesPerEntryAsync(row.Id, DatabaseWords.Backend, cancellationToken) is { } perEntry
            && perEntry * await words.CountAsync(row.Id, cancellationToken) < SmallShare * options.Value.MemoryBytes)
        {
            await state.RemoveAsync(row.Id, DatabaseWords.Backend, cancellationToken);
            directory.Forget(row.Id);
            await words.ClearAsync(row.Id, cancellationToken);
        }
    }
}
