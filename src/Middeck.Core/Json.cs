using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Middeck.Core;

/// <summary>How the platform writes and reads JSON: snake_case, enums as snake_case words, Chinese unescaped.</summary>
public static class Json
{
    /// <summary>The management API's and the database's options.</summary>
    public static JsonSerializerOptions Snake { get; } = Create();

    /// <summary>The same, where other APIs leave out what is null.</summary>
    public static JsonSerializerOptions SnakeWithoutNulls { get; } = CreateWithoutNulls();

    /// <summary>Applies the same rules to options that the framework owns.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        // Relaxed is safe here: our JSON is never written into HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static JsonSerializerOptions CreateWithoutNulls()
    {
        var options = new JsonSerializerOptions(Snake) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
