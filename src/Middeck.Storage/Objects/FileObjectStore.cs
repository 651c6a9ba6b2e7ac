using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Middeck.Core.Identifiers;
using Middeck.Storage.Files;

namespace Middeck.Storage.Objects;

/// <summary>
/// Objects as files of a folder. A draft is written beside them, synced, and renamed into place: at every moment an object is
/// there whole or not at all, also after a power cut.
/// </summary>
internal sealed class FileObjectStore : IObjectStore
{
    private static readonly TimeSpan DraftLifetime = TimeSpan.FromDays(1);

    private readonly string _root;
    private readonly string _drafts;
    private readonly TimeProvider _clock;
    private readonly Lazy<bool> _ready;

    public FileObjectStore(IOptions<ObjectStoreOptions> options, TimeProvider clock)
    {
        _root = Path.GetFullPath(options.Value.Path);
        _drafts = Path.Combine(_root, ".drafts");
        _clock = clock;
        _ready = new Lazy<bool>(Prepare, LazyThreadSafetyMode.PublicationOnly);
    }

    public async Task<StoredObject> PutAsync(
        Guid workspaceId, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        _ = _ready.Value;
        var draft = Path.Combine(_drafts, Ids.New(_clock).ToString("N"));
        try
        {
            var (size, sha256) = await WriteDraftAsync(draft, content, maxBytes, cancellationToken);
            var stored = new StoredObject(ObjectKey.Of(workspaceId, sha256), size, sha256);
            Keep(draft, stored);
            return stored;
        }
        catch (IOException ex) when (DiskFull.Is(ex))
        {
            throw DiskFull.Fault(ex);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(PathOf(key), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.Read,
                // An object that is deleted while somebody reads it is read to its end.
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            }));
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public async IAsyncEnumerable<StoredObject> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var root = new DirectoryInfo(_root);
        foreach (var file in root.Exists ? root.EnumerateFiles("*", SearchOption.AllDirectories) : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = Path.GetRelativePath(_root, file.FullName);
            if (ObjectKey.Parse(key) is { } parsed && file.Exists)
            {
                yield return new StoredObject(key, file.Length, parsed.Sha256);
            }
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var path = PathOf(key);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public Task DeleteWorkspaceAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(_root, workspaceId.ToString());
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    public Task CheckAsync(CancellationToken cancellationToken) => ObjectStoreProbe.RunAsync(this, cancellationToken);

    private static async Task<(long Size, string Sha256)> WriteDraftAsync(
        string draft, Stream content, long maxBytes, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead,
            BufferSize = 0,
        });
        var written = await HashingCopy.RunAsync(content, file, maxBytes, cancellationToken);
        file.Flush(flushToDisk: true);
        return written;
    }

    private void Keep(string draft, StoredObject stored)
    {
        var path = PathOf(stored.Key);
        // The same name means the same content; another size means that a disk lied, and the new copy repairs it.
        if (new FileInfo(path) is { Exists: true } present && present.Length == stored.Size)
        {
            return;
        }

        var folder = Path.GetDirectoryName(path)!;
        DurableFolder.Create(folder);
        File.Move(draft, path, overwrite: true);
        DurableFolder.Sync(folder);
    }

    private string PathOf(string key)
    {
        ObjectKey.RefuseOther(key);
        return Path.Combine(_root, key);
    }

    // What a process that was killed in the middle of an upload left behind goes once it is old enough to be nobody's.
    private bool Prepare()
    {
        DurableFolder.Create(_drafts);
        var oldest = _clock.GetUtcNow() - DraftLifetime;
        foreach (var draft in new DirectoryInfo(_drafts).EnumerateFiles())
        {
            if (draft.LastWriteTimeUtc < oldest)
            {
                draft.Delete();
            }
        }

        return true;
    }
}
