using System.Text.Json;
using Middeck.Operations.Home;

namespace Middeck.Operations.Upgrade;

/// <summary><c>versions/history.json</c>: which program serves the home, and the way back to the one before.</summary>
/// <param name="Current">The program that was started last by an upgrade or a rollback.</param>
/// <param name="Previous">The one before; null after a rollback.</param>
/// <param name="Backup">The data before; null after a rollback.</param>
internal sealed record VersionHistory(ProgramVersionAt Current, ProgramVersionAt? Previous, string? Backup)
{
    public static VersionHistory? Read(MiddeckHome home)
        => File.Exists(PathIn(home))
            ? JsonSerializer.Deserialize(File.ReadAllBytes(PathIn(home)), UpgradeJson.Default.VersionHistory)
            : null;

    public void Write(MiddeckHome home)
    {
        Directory.CreateDirectory(InstalledVersions.FolderOf(home));
        PrivateFile.Write(PathIn(home), JsonSerializer.SerializeToUtf8Bytes(this, UpgradeJson.Default.VersionHistory));
    }

    private static string PathIn(MiddeckHome home) => Path.Combine(InstalledVersions.FolderOf(home), "history.json");
}
