using System.Text.Json;
using System.Text.Json.Serialization;
using Middeck.Core;

namespace Middeck.Studio.Dify;

/// <summary>How errors are written: what is null is left out.</summary>
internal static class DifyJson
{
    public static JsonSerializerOptions WithoutNulls { get; } = new(Json.Snake)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
