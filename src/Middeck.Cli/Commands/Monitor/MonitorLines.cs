using System.Text.Json.Serialization;

namespace Middeck.Cli.Commands.Monitor;

// As RunningJson, but a document on one line.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MonitorView))]
internal sealed partial class MonitorLines : JsonSerializerContext;
