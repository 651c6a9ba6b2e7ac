using System.Text.Json;

namespace Middeck.Studio.Configuration;

/// <summary>Reads the models that a configuration names: <c>{"provider": "openai", "name": "gpt-4o-mini"}</c>, or <c>openai/gpt-4o-mini</c>.</summary>
internal static class ModelReference
{
    /// <summary><c>provider/model</c>; null when none is named.</summary>
    public static string? Read(JsonElement? model)
    {
        if (model.Text() is { } text)
        {
            return text.Length == 0 ? null : text;
        }

        if (model.Member("provider").Text() is not { Length: > 0 } provider
            || model.Member("name").Text() is not { Length: > 0 } name)
        {
            return null;
        }

        // Plug-in providers are written "langgenius/openai/openai"; ours have one plain name.
        return $"{provider[(provider.LastIndexOf('/') + 1)..]}/{name}";
    }

    public static void Check(FieldCheck model)
    {
        if (model.Value is { ValueKind: JsonValueKind.String })
        {
            model.Text(700);
            return;
        }

        model.Object().Member("provider").Text(200);
        model.Member("name").Text(500);
    }
}
