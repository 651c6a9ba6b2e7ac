using System.Text.Json.Serialization;
using Middeck.Operations.Backup;
using Middeck.Operations.Backup.Checking;
using Middeck.Operations.Backup.Drills;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Restoring;

namespace Middeck.Cli.Commands.Backups;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(BackupList))]
[JsonSerializable(typeof(BackupCheck))]
[JsonSerializable(typeof(BackupRemoval))]
[JsonSerializable(typeof(RestoreOutcome))]
[JsonSerializable(typeof(DrillRecord))]
[JsonSerializable(typeof(IReadOnlyList<DrillRecord>))]
[JsonSerializable(typeof(BackupScheduleView))]
internal sealed partial class BackupCliJson : JsonSerializerContext;
