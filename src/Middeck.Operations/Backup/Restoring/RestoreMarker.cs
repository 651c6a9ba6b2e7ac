using System.Text.Json;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Home;

namespace Middeck.Operations.Backup.Restoring;

/// <summary>Says in <c>run/restore.json</c> that a restore was begun here and not ended: the home is neither the old nor the new one.</summary>
/// <param name="Backup">The backup.</param>
/// <param name="Address">Where it lies.</param>
public sealed record RestoreMarker(string Backup, string Address)
{
    /// <summary>The home's; null when there is none.</summary>
    public static RestoreMarker? Read(MiddeckHome home)
        => File.Exists(PathIn(home))
            ? JsonSerializer.Deserialize(File.ReadAllBytes(PathIn(home)), BackupJson.Default.RestoreMarker)
            : null;

    /// <summary>Refuses to work on a home whose restore was cut off.</summary>
    /// <exception cref="RefusedException">It was.</exception>
    public static void Refuse(MiddeckHome home)
    {
        if (Read(home) is { } marker)
        {
            throw new RefusedException(ExitCode.Failed, BackupMessages.RestoreUnfinished(marker.Backup, marker.Address));
        }
    }

    internal void Write(MiddeckHome home)
        => PrivateFile.Write(PathIn(home), JsonSerializer.SerializeToUtf8Bytes(this, BackupJson.Default.RestoreMarker));

    internal static void Remove(MiddeckHome home) => File.Delete(PathIn(home));

    private static string PathIn(MiddeckHome home) => home.RunFile("restore.json");
}
