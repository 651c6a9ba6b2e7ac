using System.Text.Json.Serialization;
using Middeck.Operations.Backup.Drills;
using Middeck.Operations.Backup.Restoring;

namespace Middeck.Operations.Backup.Manifests;

/// <summary>The files beside backups.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(BackupManifest))]
[JsonSerializable(typeof(DrillRecord))]
[JsonSerializable(typeof(RestoreMarker))]
internal sealed partial class BackupJson : JsonSerializerContext;

/// <summary>Lines: no line breaks within.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ObjectLine))]
internal sealed partial class BackupLineJson : JsonSerializerContext;
