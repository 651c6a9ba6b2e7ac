using System.Text.Json.Serialization;

namespace Middeck.Cli;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(StatusView))]
internal sealed partial class CliJson : JsonSerializerContext;
