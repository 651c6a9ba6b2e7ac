using Middeck.Operations.Home;

namespace Middeck.Operations.Backup.Creating;

/// <summary>The files of a home that are backed up besides its objects.</summary>
internal sealed class HomeFiles(MiddeckHome home)
{
    public const string KeyPrefix = "keys/";

    // Belongs to one cluster, which a restore makes anew with a password of its own.
    private const string ClusterPassword = "postgres";

    private static readonly string[] Configuration = ["middeck.yaml", "services.yaml"];

    /// <summary>Where a part of this name belongs; null when it is none of the home's.</summary>
    public string? PathOf(string part)
    {
        var isOurs = Configuration.Contains(part)
            || (part.StartsWith(KeyPrefix, StringComparison.Ordinal) && Path.GetFileName(part) == part[KeyPrefix.Length..]
                && part.Length > KeyPrefix.Length && part != KeyPrefix + "." && part != KeyPrefix + "..");
        return isOurs ? Path.Combine(home.Root, part) : null;
    }

    public async Task WriteAsync(PartWriter parts, bool withKeys, CancellationToken cancellationToken)
    {
        var keys = withKeys && Directory.Exists(home.Keys)
            ? new DirectoryInfo(home.Keys).EnumerateFiles().Select(file => file.Name)
                .Where(name => name != ClusterPassword && !name.EndsWith(".new", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).Select(name => KeyPrefix + name)
            : [];
        foreach (var name in Configuration.Concat(keys))
        {
            var path = Path.Combine(home.Root, name);
            if (File.Exists(path))
            {
                await parts.WriteAsync(name, name, (plain, token) => CopyAsync(path, plain, token), cancellationToken);
            }
        }
    }

    private static async Task CopyAsync(string path, Stream plain, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        await file.CopyToAsync(plain, cancellationToken);
    }
}
