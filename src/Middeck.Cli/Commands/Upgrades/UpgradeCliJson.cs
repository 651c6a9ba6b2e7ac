using System.Text.Json.Serialization;
using Middeck.Operations.Upgrade;

namespace Middeck.Cli.Commands.Upgrades;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(UpgradeOutcome))]
internal sealed partial class UpgradeCliJson : JsonSerializerContext;
