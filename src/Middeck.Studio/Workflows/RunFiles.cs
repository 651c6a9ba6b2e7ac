using Middeck.Core.Errors;
using Middeck.Storage.Sql;
using Middeck.Studio.Files;
using Middeck.Studio.Objects;
using Middeck.Workflows;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows;

/// <summary>The files behind the values of a run: reads what its person gave, and keeps what its nodes make.</summary>
internal sealed class RunFiles(
    FileIntake intake, FileStore store, FileLinks links, RemoteFiles remote, FileKinds kinds, StudioObjects objects)
{
    /// <summary>The stored file behind a value; a remote one is fetched.</summary>
    /// <exception cref="NodeException"><c>FileNotFoundError</c>: there is none, or it belongs to somebody else.</exception>
    /// <exception cref="FaultException">What <see cref="RemoteFiles"/> refuses.</exception>
    public async Task<StoredFile> FindAsync(RunScope scope, FileValue file, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(file.RelatedId, out var id))
        {
            var stored = await store.FindAsync(scope.WorkspaceId, id, cancellationToken);
            return stored is not null && stored.Person == scope.Person ? stored : throw Missing(file);
        }

        return Uri.TryCreate(file.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? await remote.FetchAsync(OwnerOf(scope), address, file.Name ?? "file", cancellationToken)
            : throw Missing(file);
    }

    /// <summary>The content, at its beginning.</summary>
    /// <exception cref="NodeException"><c>FileNotFoundError</c>: it is gone.</exception>
    public async Task<Stream> OpenAsync(StoredFile file, CancellationToken cancellationToken)
        => await objects.OpenAsync(file.ObjectId, cancellationToken)
            ?? throw new NodeException("FileNotFoundError", $"The file '{file.Name}' is not there any more.");

    /// <summary>Keeps what a node made.</summary>
    /// <param name="scope">The run.</param>
    /// <param name="name">With its extension, which tells what it is; a picture that is none loses it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Nothing is kept when it fires.</param>
    /// <exception cref="FaultException">What <see cref="FileIntake"/> refuses.</exception>
    public async Task<FileValue> KeepAsync(
        RunScope scope, string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var stored = await KeepAsync(name);
        if (scope.ConversationId is { } conversation)
        {
            await store.ClaimAsync(stored.Id, conversation, cancellationToken);
        }
        else if (scope.Journal is not null)
        {
            await store.ClaimForRunAsync([stored.Id], scope.RunId, cancellationToken);
        }

        return ValueOf(stored);

        async Task<StoredFile> KeepAsync(string called)
        {
            using var bytes = new MemoryStream(content.ToArray(), writable: false);
            try
            {
                return await intake.KeepAsync(OwnerOf(scope), called, bytes, sourceUrl: null, cancellationToken);
            }
            catch (FaultException ex) when (ex.Fault.Kind == FaultKind.UnsupportedType && kinds.Of(called) == FileKind.Image)
            {
                return await KeepAsync($"{Path.GetFileNameWithoutExtension(called)}.bin");
            }
        }
    }

    private FileValue ValueOf(StoredFile file) => new(
        SnakeCase.Of(file.Kind.ToString()), "tool_file", file.Id.ToString(), links.Of(file.WorkspaceId, file.Id), file.Name,
        file.Extension.Length > 0 ? $".{file.Extension}" : "", file.MimeType, file.Size);

    private static FileOwner OwnerOf(RunScope scope) => new(scope.WorkspaceId, scope.App.Id, scope.Person);

    private static NodeException Missing(FileValue file)
        => new("FileNotFoundError", $"The file '{file.Name ?? file.Url ?? file.RelatedId}' is not there, or belongs to somebody else.");
}
