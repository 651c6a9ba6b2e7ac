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

        return Of(model.Member("provider").Text(), model.Member("name").Text());
    }

    /// <summary><c>provider/model</c>; null when one of the two is missing.</summary>
    /// <param name="provider">Plug-in providers are written <c>langgenius/openai/openai</c>; ours have one plain name.</param>
    /// <param name="name">The model's name with the provider.</param>
    public static string? Of(string? provider, string? name)
        => string.IsNullOrEmpty(provider) || string.IsNullOrEmpty(name)
            ? null
            : $"{provider[(provider.LastIndexOf('/') + 1)..]}/{name}";

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
