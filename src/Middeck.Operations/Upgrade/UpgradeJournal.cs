using System.Text.Json;
using System.Text.Json.Serialization;
using Middeck.Operations.Home;

namespace Middeck.Operations.Upgrade;

/// <summary><c>run/upgrade.json</c>: an upgrade that was begun and not ended. What reads it after a kill knows how to go on.</summary>
/// <param name="From">The program before.</param>
/// <param name="To">The program after.</param>
/// <param name="Step">How far it is.</param>
/// <param name="Backup">The backup of the data before; null until it is made.</param>
/// <param name="Settings">The settings that the platform was started with: <c>--set</c> and the like.</param>
internal sealed record UpgradeJournal(
    ProgramVersionAt From, ProgramVersionAt To, UpgradeStep Step, string? Backup, IReadOnlyList<string> Settings)
{
    public static UpgradeJournal? Read(MiddeckHome home)
        => File.Exists(PathIn(home))
            ? JsonSerializer.Deserialize(File.ReadAllBytes(PathIn(home)), UpgradeJson.Default.UpgradeJournal)
            : null;

    public void Write(MiddeckHome home)
        => PrivateFile.Write(PathIn(home), JsonSerializer.SerializeToUtf8Bytes(this, UpgradeJson.Default.UpgradeJournal));

    public static void Remove(MiddeckHome home) => File.Delete(PathIn(home));

    public static HomeLock? TryEnter(MiddeckHome home) => HomeLock.TryTake(home.RunFile("upgrade.lock"));

    private static string PathIn(MiddeckHome home) => home.RunFile("upgrade.json");
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(UpgradeJournal))]
[JsonSerializable(typeof(VersionHistory))]
internal sealed partial class UpgradeJson : JsonSerializerContext;
