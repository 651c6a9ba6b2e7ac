using System.Text.Json.Serialization;

namespace Middeck.Cli.Commands.Entry;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
[JsonSerializable(typeof(RoutesView))]
[JsonSerializable(typeof(CertificateView))]
internal sealed partial class EntryJson : JsonSerializerContext;
