using Middeck.Storage.Files;

namespace Middeck.Operations.Backup.Wal;

/// <summary>Keeps one segment for good before PostgreSQL may reuse it.</summary>
public static class WalSegment
{
    /// <summary>Copies it durably. The same segment again is no error: PostgreSQL asks twice after a crash.</summary>
    /// <param name="path">The segment, from the data folder.</param>
    /// <param name="name">Its name.</param>
    /// <param name="folder">Where it is kept.</param>
    /// <exception cref="RefusedException">Another segment of this name is there: two clusters share the folder.</exception>
    public static void Keep(string path, string name, string folder)
    {
        DurableFolder.Create(Path.GetFullPath(folder));
        var kept = Path.Combine(folder, Path.GetFileName(name));
        if (File.Exists(kept))
        {
            if (!File.ReadAllBytes(kept).AsSpan().SequenceEqual(File.ReadAllBytes(path)))
            {
                throw new RefusedException(ExitCode.Failed, WalMessages.AnotherSegment(kept));
            }

            return;
        }

        var draft = $"{kept}.part";
        using (var source = File.OpenRead(path))
        using (var file = new FileStream(draft, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            source.CopyTo(file);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, kept);
        DurableFolder.Sync(folder);
    }
}
