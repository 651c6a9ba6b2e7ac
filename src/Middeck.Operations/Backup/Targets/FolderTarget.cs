using System.Runtime.CompilerServices;
using Middeck.Operations.Home;
using Middeck.Storage.Files;

namespace Middeck.Operations.Backup.Targets;

/// <summary>A folder of this machine. Files are written beside, synced and renamed.</summary>
internal sealed class FolderTarget(string root) : IBackupTarget
{
    private const string DraftEnding = ".part";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Address => root;

    public bool CanMove => true;

    public async Task WriteAsync(
        string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        var draft = path + DraftEnding;
        try
        {
            MakeFolder(Path.GetDirectoryName(path)!);
            await using (var file = new FileStream(draft, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Options = FileOptions.Asynchronous,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                BufferSize = 0,
            }))
            {
                await write(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            DurableFolder.Sync(Path.GetDirectoryName(path)!);
        }
        catch (Exception ex)
        {
            File.Delete(draft);
            throw ex switch
            {
                _ when DiskSpace.IsFull(ex) => new RefusedException(ExitCode.DiskFull, BackupMessages.DiskFull(root), ex),
                UnauthorizedAccessException => new RefusedException(
                    ExitCode.BackupTarget, BackupMessages.TargetFails(root, ex.Message), ex),
                _ => ex,
            };
        }
    }

    public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(
                PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read, 0, FileOptions.Asynchronous | FileOptions.SequentialScan));
        }
        catch (Exception ex) when (ex is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public async IAsyncEnumerable<TargetFile> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var folder = new DirectoryInfo(PathOf(prefix));
        if (!folder.Exists)
        {
            yield break;
        }

        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new TargetFile(Path.GetRelativePath(root, file.FullName), file.Length);
        }
    }

    public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellationToken)
    {
        var folder = new DirectoryInfo(PathOf(prefix));
        IReadOnlyList<string> names = folder.Exists ? [.. folder.EnumerateFileSystemInfos().Select(entry => entry.Name)] : [];
        return Task.FromResult(names);
    }

    public Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        var path = PathOf(name);
        if (File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAllAsync(string prefix, CancellationToken cancellationToken)
    {
        var folder = PathOf(prefix);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Task.CompletedTask;
    }

    public void Move(string from, string to)
    {
        Directory.Move(PathOf(from), PathOf(to));
        DurableFolder.Sync(root);
    }

    public void Dispose()
    {
        // Nothing is held between two calls.
    }

    private static void MakeFolder(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }

    // Names come from manifests too, and a manifest may have been altered.
    private string PathOf(string name)
    {
        var path = Path.GetFullPath(Path.Combine(root, name));
        return path == root || path.StartsWith(root + "/", StringComparison.Ordinal) || root == "/"
            ? Path.TrimEndingDirectorySeparator(path)
            : throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.StrangeName(name));
    }
}
