using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Uploads;

/// <summary>Throws away what has come of uploads that nobody will go on with.</summary>
internal sealed class UploadRemoval(UploadStore uploads, ObjectReferences objects)
{
    private const int Batch = 100;

    /// <summary>May be called again after a crash: the row goes last.</summary>
    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await ReleasePartsAsync(id, cancellationToken);
        await uploads.DeleteAsync(id, cancellationToken);
    }

    /// <summary>Lets the parts go and keeps the row.</summary>
    public async Task ReleasePartsAsync(Guid id, CancellationToken cancellationToken)
        => await objects.ReleaseAllAsync(await uploads.DropPartsAsync(id, cancellationToken), cancellationToken);

    /// <summary>Removes those whose time is over.</summary>
    public async Task RemoveExpiredAsync(CancellationToken cancellationToken)
    {
        while (await uploads.ExpiredAsync(Batch, cancellationToken) is { Count: > 0 } expired)
        {
            foreach (var id in expired)
            {
                await RemoveAsync(id, cancellationToken);
            }
        }
    }

    public async Task RemoveAllAsync(Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
    {
        foreach (var id in await uploads.OfBaseAsync(workspaceId, baseId, cancellationToken))
        {
            await RemoveAsync(id, cancellationToken);
        }
    }
}
