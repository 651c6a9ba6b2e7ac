using System.Text.Json.Serialization;

namespace Middeck.Knowledge.ServiceApi.Models;

/// <summary>A name in both languages.</summary>
internal sealed record OfferedLabel(
    [property: JsonPropertyName("zh_Hans")] string Chinese, [property: JsonPropertyName("en_US")] string English)
{
    public static OfferedLabel Of(string name) => new(name, name);
}
