namespace Middeck.Knowledge.Sources.Folders;

/// <summary>Where a path leads when every symbolic link on the way is followed, as <c>realpath(3)</c>.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>Null when there is nothing at the path or its links go in a circle.</summary>
    public static string? Of(string path) => Resolve(Path.GetFullPath(path), MaxLinks);

    /// <summary>Whether a real path is a folder or lies below it.</summary>
    public static bool IsWithin(string folder, string path)
        => path.Equals(folder, StringComparison.Ordinal)
            || path.StartsWith(folder.EndsWith('/') ? folder : folder + "/", StringComparison.Ordinal);

    private static string? Resolve(string path, int links)
    {
        var real = "/";
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var next = Path.Combine(real, parts[i]);
            var info = new FileInfo(next);
            if (info.LinkTarget is { } target)
            {
                var rest = string.Join('/', parts[(i + 1)..]);
                return links == 0
                    ? null
                    : Resolve(Path.GetFullPath(Path.Combine(Path.GetFullPath(target, real), rest)), links - 1);
            }

            if (!Path.Exists(next))
            {
                return null;
            }

            real = next;
        }

        return real;
    }
}
