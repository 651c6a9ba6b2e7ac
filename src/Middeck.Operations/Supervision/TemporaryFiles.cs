using System.Globalization;
using System.Text.RegularExpressions;
using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>
/// What commands that were cut off left behind: drafts of files, pid files of the dead, folders that were being deleted. Nothing that
/// somebody alive may still need, and nothing that is not ours.
/// </summary>
public sealed partial class TemporaryFiles(MiddeckHome home)
{
    /// <summary>The suffix of a folder that is being deleted.</summary>
    internal const string Purged = ".purged";

    /// <summary>What there is, with its size in bytes.</summary>
    public IReadOnlyList<(string Path, long Bytes)> Find()
        => Directory.Exists(home.Run)
            ? [.. Drafts().Concat(DeadPids()).Concat(Folders()).Select(path => (path, SizeOf(path)))]
            : [];

    /// <summary>Removes one of them.</summary>
    public static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }

    // status.json.4242.new, probe.4242: of process 4242.
    private IEnumerable<string> Drafts()
        => new[] { home.Root, home.Run, home.Keys }
            .Where(Directory.Exists)
            .SelectMany(Directory.EnumerateFiles)
            .Where(path => Draft().Match(Path.GetFileName(path)) is { Success: true } match
                && ProcessIdentity.Of(int.Parse(match.Groups[1].Success ? match.Groups[1].ValueSpan : match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)) is null);

    private IEnumerable<string> DeadPids()
        => Directory.Exists(home.Run)
            ? Directory.EnumerateFiles(home.Run, "*.pid").Where(path => PidFile.ReadLive(path) is null)
            : [];

    private IEnumerable<string> Folders()
    {
        var data = PostgresPlace.Of(home).Data;
        var places = new[] { home.Root, Path.GetDirectoryName(data)! }.Distinct().Where(Directory.Exists);
        var purged = places.SelectMany(place => Directory.EnumerateFileSystemEntries(place, $"*{Purged}"));
        // The cluster is made beside its place; while nobody starts it, a draft is left over.
        var draft = $"{data}.new";
        using var up = HomeLock.TryTake(home.RunFile("up.lock"));
        return [.. purged, .. up is not null && Directory.Exists(draft) ? [draft] : Array.Empty<string>()];
    }

    private static long SizeOf(string path)
        => Directory.Exists(path)
            ? new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length)
            : new FileInfo(path).Length;

    [GeneratedRegex(@"\.(\d+)\.new$|^probe\.(\d+)$")]
    private static partial Regex Draft();
}
