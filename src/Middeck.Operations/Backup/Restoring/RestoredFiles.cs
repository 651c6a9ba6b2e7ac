using Middeck.Operations.Home;

namespace Middeck.Operations.Backup.Restoring;

/// <summary>Puts configuration and keys into a home, and takes them out again when the rest fails. What they replace stays beside them.</summary>
internal sealed class RestoredFiles(IReadOnlyList<(string Path, byte[] Content)> files)
{
    private const string Ending = ".before-restore";

    private readonly List<string> _written = [];

    /// <summary>Files that are there with other content.</summary>
    public IEnumerable<string> Conflicts()
        => files.Where(file => File.Exists(file.Path) && !IsThere(file.Path, file.Content))
            .Select(file => Path.GetFileName(file.Path));

    public void Write()
    {
        foreach (var (path, content) in files.Where(file => !IsThere(file.Path, file.Content)))
        {
            if (File.Exists(path))
            {
                File.Move(path, path + Ending, overwrite: true);
            }

            _written.Add(path);
            PrivateFile.Write(path, content);
        }
    }

    public void Undo()
    {
        foreach (var path in _written)
        {
            File.Delete(path);
            if (File.Exists(path + Ending))
            {
                File.Move(path + Ending, path);
            }
        }
    }

    private static bool IsThere(string path, byte[] content)
        => File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content);
}
