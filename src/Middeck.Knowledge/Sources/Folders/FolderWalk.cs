namespace Middeck.Knowledge.Sources.Folders;

/// <summary>
/// The files below a folder, in the order of their paths. Links are followed where they stay in the allowed folder, and no folder
/// is walked twice.
/// </summary>
internal sealed class FolderWalk(string root, string allowed)
{
    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);

    /// <returns>The path below the folder with <c>/</c>, the file, and whether it is refused because a link leaves the allowed folder.</returns>
    public IEnumerable<(string Path, FileInfo File, bool Leaves)> Files() => Below(new DirectoryInfo(root), "");

    private IEnumerable<(string Path, FileInfo File, bool Leaves)> Below(DirectoryInfo folder, string prefix)
    {
        if (RealPath.Of(folder.FullName) is not { } real || !_walked.Add(real))
        {
            yield break;
        }

        // Read whole before anything is handed out: a folder that vanishes in the middle is an error, not a shorter list.
        var entries = folder.EnumerateFileSystemInfos("*", new EnumerationOptions
        {
            IgnoreInaccessible = false,
            AttributesToSkip = FileAttributes.None,
            RecurseSubdirectories = false,
        }).OrderBy(static entry => entry.Name, StringComparer.Ordinal).ToList();
        foreach (var entry in entries)
        {
            var path = prefix + entry.Name;
            if (entry.LinkTarget is not null
                && (RealPath.Of(entry.FullName) is not { } target || !RealPath.IsWithin(allowed, target)))
            {
                yield return (path, new FileInfo(entry.FullName), true);
            }
            else if (Directory.Exists(entry.FullName))
            {
                foreach (var below in Below(new DirectoryInfo(entry.FullName), path + "/"))
                {
                    yield return below;
                }
            }
            else
            {
                yield return (path, new FileInfo(RealPath.Of(entry.FullName) ?? entry.FullName), false);
            }
        }
    }
}
