using System.Text.Json.Serialization;

namespace Middeck.Operations.Supervision;

// As SupervisionJson, but each document on one line.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SupervisorRequest))]
[JsonSerializable(typeof(SupervisorAnswer))]
internal sealed partial class SupervisionLines : JsonSerializerContext;
