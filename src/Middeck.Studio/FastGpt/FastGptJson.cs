using System.Text.Encodings.Web;
using System.Text.Json;

namespace Middeck.Studio.FastGpt;

/// <summary>FastGPT's JSON: camelCase, Chinese unescaped.</summary>
internal static class FastGptJson
{
    public static JsonSerializerOptions Camel { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
