using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Studio.Objects;

namespace Middeck.Studio.Files;

/// <summary>Checks a file and keeps it: first the content, then the row.</summary>
internal sealed class FileIntake(
    FileStore store, StudioObjects objects, FileKinds kinds, IOptions<StudioOptions> options, TimeProvider clock)
{
    /// <summary>The most bytes that any file may have.</summary>
    public long MaxBytes => Enum.GetValues<FileKind>().Max(options.Value.MaxBytesOf);

    /// <summary>The most bytes that a file of this name may have.</summary>
    public long MaxBytesOf(string name) => options.Value.MaxBytesOf(kinds.Of(name));

    /// <param name="owner">Who gives it.</param>
    /// <param name="sentName">As the client or the server called it.</param>
    /// <param name="content">Able to go back to its beginning.</param>
    /// <param name="sourceUrl">Where it was fetched from; null for an upload.</param>
    /// <param name="cancellationToken">Nothing is kept when it fires.</param>
    /// <exception cref="FaultException"><c>files.filename_missing</c>, <c>files.extension_blocked</c>, <c>files.too_large</c>, <c>files.unsupported_type</c>.</exception>
    public async Task<StoredFile> KeepAsync(
        FileOwner owner, string? sentName, Stream content, string? sourceUrl, CancellationToken cancellationToken)
    {
        var (name, extension) = CheckName(sentName);
        var kind = kinds.Of(name);
        var limit = options.Value.MaxBytesOf(kind);
        if (content.Length > limit)
        {
            throw FileFaults.TooLarge(limit);
        }

        if (kind == FileKind.Image)
        {
            await CheckImageAsync(extension, content, cancellationToken);
        }

        var kept = await objects.PutAsync(owner.WorkspaceId, content, limit, cancellationToken);
        var file = new StoredFile(
            Ids.New(clock), owner.WorkspaceId, owner.AppId, owner.Person, ConversationId: null, name, extension,
            kinds.MimeTypeOf(name), kind, kept.Size, sourceUrl, kept.Id, TextObjectId: null, clock.GetUtcNow());
        await store.InsertAsync(file, cancellationToken);
        return file;
    }

    private (string Name, string Extension) CheckName(string? sentName)
    {
        var name = FileNames.Clean(sentName);
        if (name.Length == 0)
        {
            throw FileFaults.Nameless();
        }

        var extension = FileKinds.ExtensionOf(name);
        return options.Value.BlockedExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
            ? throw FileFaults.Blocked(extension)
            : (name, extension);
    }

    private static async Task CheckImageAsync(string extension, Stream content, CancellationToken cancellationToken)
    {
        var start = new byte[ImageSignature.Length];
        var read = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        content.Position = 0;
        if (!ImageSignature.Fits(extension, start.AsSpan(0, read)))
        {
            throw FileFaults.NotAnImage(extension);
        }
    }
}
