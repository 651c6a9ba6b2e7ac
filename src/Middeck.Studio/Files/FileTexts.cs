using System.Text;
using Middeck.Core.Errors;
using Middeck.Knowledge;
using Middeck.Studio.Objects;

namespace Middeck.Studio.Files;

/// <summary>The text of documents. Each is read once; its text is then kept beside it.</summary>
internal sealed class FileTexts(IDocumentText documents, StudioObjects objects, FileStore store)
{
    // No model is shown more.
    private const int MaxCharacters = 1_000_000;

    /// <summary>The document's text.</summary>
    /// <exception cref="FaultException"><c>knowledge.*</c> when it cannot be read, <c>files.not_found</c> when it is gone.</exception>
    public async Task<string> ReadAsync(StoredFile file, CancellationToken cancellationToken)
    {
        if (file.TextObjectId is { } known && await objects.OpenAsync(known, cancellationToken) is { } kept)
        {
            using var reader = new StreamReader(kept);
            return await reader.ReadToEndAsync(cancellationToken);
        }

        await using var content = await objects.OpenAsync(file.ObjectId, cancellationToken) ?? throw FileFaults.NotFound();
        var read = await documents.ReadAsync(content, file.Name, MaxCharacters, cancellationToken);
        await using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(read.Text));
        var stored = await objects.PutAsync(file.WorkspaceId, bytes, long.MaxValue, cancellationToken);
        await store.SaveTextAsync(file.Id, stored.Id, cancellationToken);
        return read.Text;
    }
}
