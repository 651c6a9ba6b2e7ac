using System.Text.Json.Serialization;

namespace Middeck.Knowledge.ServiceApi.Models;

/// <summary>A model as Dify lists it.</summary>
internal sealed record OfferedModel(
    string Model,
    OfferedLabel Label,
    string ModelType,
    IReadOnlyList<string> Features,
    string FetchFrom,
    IReadOnlyDictionary<string, object> ModelProperties,
    bool Deprecated,
    string Status,
    bool LoadBalancingEnabled,
    [property: JsonPropertyName("has_invalid_load_balancing_configs")] bool HasInvalidLoadBalancing);
