using System.Text.Json;
using System.Text.Json.Serialization;

namespace Middeck.Knowledge.Enrichment;

/// <summary>Reads the JSON that a chat model was asked for. Nothing is guessed: what has another shape is no answer.</summary>
internal static class ModelAnswer
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>The answer, also from within a fenced block; null when it is not of the shape.</summary>
    public static T? Read<T>(string text) where T : class
    {
        var json = text.AsSpan().Trim();
        if (json.StartsWith("```") && json.IndexOf('\n') is >= 0 and var line && json.EndsWith("```"))
        {
            json = json[(line + 1)..^3].Trim();
        }

        try
        {
            return JsonSerializer.Deserialize<T>(json, Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
