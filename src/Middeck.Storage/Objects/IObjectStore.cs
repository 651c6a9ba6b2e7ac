namespace Middeck.Storage.Objects;

/// <summary>Keeps files by the hash of their content. Local folder or S3; the same suite tests both.</summary>
public interface IObjectStore
{
    /// <summary>Writes the whole content and returns when it is durable. The same content in the same workspace is kept once.</summary>
    /// <param name="workspaceId">Objects of different workspaces never meet.</param>
    /// <param name="content">Read to its end, hashed on the way.</param>
    /// <param name="maxBytes">The limit; past it nothing is kept.</param>
    /// <param name="cancellationToken">Nothing is kept when it fires.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>objects.too_large</c>.</exception>
    Task<StoredObject> PutAsync(Guid workspaceId, Stream content, long maxBytes, CancellationToken cancellationToken);

    /// <summary>Opens an object for reading; null when it is not there.</summary>
    Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken);

    /// <summary>Every object of every workspace, in no order; what is stored or removed meanwhile may be among them or not.</summary>
    IAsyncEnumerable<StoredObject> ListAsync(CancellationToken cancellationToken);

    /// <summary>Removes an object; one that is not there is no error. The caller knows that nothing else points to it.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes everything of a workspace.</summary>
    Task DeleteWorkspaceAsync(Guid workspaceId, CancellationToken cancellationToken);

    /// <summary>Writes, reads and removes a small object: whether the store works.</summary>
    Task CheckAsync(CancellationToken cancellationToken);
}
