using System.Globalization;
using Middeck.Operations.Home;

namespace Middeck.Operations.Environments;

/// <summary>Keeps dated copies of <c>middeck.yaml</c> and <c>services.yaml</c> in <c>backups/configuration</c>, closed to others.</summary>
public sealed class ConfigurationBackups(MiddeckHome home, TimeProvider clock)
{
    private const string NameFormat = "yyyyMMdd'T'HHmmss.fff'Z'";
    private const string DraftEnding = ".new";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    // A switch a day for half a year; the oldest goes first.
    private const int Kept = 200;

    private static readonly string[] Files = ["middeck.yaml", "services.yaml"];

    private string Root => Path.Combine(home.Backups, "configuration");

    /// <summary>All copies, the newest first.</summary>
    public IReadOnlyList<ConfigurationBackup> List()
        => Directory.Exists(Root)
            ? [.. Directory.EnumerateDirectories(Root).Select(Open).OfType<ConfigurationBackup>().OrderByDescending(backup => backup.Name)]
            : [];

    /// <summary>A copy by its name, or the newest for null.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public ConfigurationBackup Find(string? name)
        => List().FirstOrDefault(backup => name is null || backup.Name == name)
            ?? throw new RefusedException(ExitCode.Failed, EnvironmentMessages.NoBackup(name, Root));

    /// <summary>Copies what is there now; null when the home has no configuration file.</summary>
    /// <exception cref="RefusedException">It cannot be written; no half copy stays.</exception>
    public ConfigurationBackup? Create()
    {
        var files = Files.Where(file => File.Exists(Path.Combine(home.Root, file))).ToList();
        if (files.Count == 0)
        {
            return null;
        }

        try
        {
            return Create(files);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(
                DiskSpace.IsFull(ex) ? ExitCode.DiskFull : ExitCode.HomeNotWritable, HomeMessages.NotWritable(Root, ex.Message), ex);
        }
    }

    /// <summary>Puts a copy back; what is there now is copied first.</summary>
    /// <exception cref="RefusedException">It cannot be written.</exception>
    public void Restore(ConfigurationBackup backup)
    {
        Create();
        foreach (var file in Files.Select(file => Path.Combine(backup.Folder, file)).Where(File.Exists))
        {
            ConfigurationFile.Write(Path.Combine(home.Root, Path.GetFileName(file)), File.ReadAllText(file));
        }
    }

    private ConfigurationBackup Create(List<string> files)
    {
        Directory.CreateDirectory(Root, OwnerOnly);
        File.SetUnixFileMode(Root, OwnerOnly);
        var at = clock.GetUtcNow();
        while (Directory.Exists(FolderOf(at)))
        {
            at += TimeSpan.FromMilliseconds(1);
        }

        // Under its name only when it is whole.
        var draft = $"{FolderOf(at)}{DraftEnding}";
        Directory.CreateDirectory(draft, OwnerOnly);
        foreach (var file in files)
        {
            var copy = Path.Combine(draft, file);
            File.Copy(Path.Combine(home.Root, file), copy, overwrite: true);
            File.SetUnixFileMode(copy, OwnerReadsAndWrites);
        }

        Directory.Move(draft, FolderOf(at));
        foreach (var old in List().Skip(Kept))
        {
            Directory.Delete(old.Folder, recursive: true);
        }

        return new ConfigurationBackup(Path.GetFileName(FolderOf(at)), at, FolderOf(at));
    }

    private string FolderOf(DateTimeOffset at) => Path.Combine(Root, at.UtcDateTime.ToString(NameFormat, CultureInfo.InvariantCulture));

    private static ConfigurationBackup? Open(string folder)
        => DateTimeOffset.TryParseExact(
            Path.GetFileName(folder), NameFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? new ConfigurationBackup(Path.GetFileName(folder), at, folder)
            : null;
}
