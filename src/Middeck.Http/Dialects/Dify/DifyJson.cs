using System.Text.Json;
using System.Text.Json.Serialization;
using Middeck.Core;

namespace Middeck.Http.Dialects.Dify;

/// <summary>How errors are written: what is null is left out.</summary>
public static class DifyJson
{
    /// <summary>Our JSON without nulls.</summary>
    public static JsonSerializerOptions WithoutNulls { get; } = new(Json.Snake)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
