using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Chat;

/// <summary>Hands an app's <c>completion_params</c> to the model; names that we do not know go along as they are.</summary>
internal static class ModelSettings
{
    public static ChatOptions Read(JsonElement? settings)
    {
        var options = new ChatOptions();
        if (settings is not { ValueKind: JsonValueKind.Object } given)
        {
            return options;
        }

        foreach (var setting in given.EnumerateObject())
        {
            if (setting.Value.ValueKind != JsonValueKind.Null)
            {
                Apply(options, setting.Name, setting.Value);
            }
        }

        AnswerFormat.Apply(options, given);
        return options;
    }

    private static void Apply(ChatOptions options, string name, JsonElement setting)
    {
        JsonElement? value = setting;
        switch (name)
        {
            case "temperature":
                options.Temperature = (float?)value.Number();
                break;
            case "top_p":
                options.TopP = (float?)value.Number();
                break;
            case "top_k":
                options.TopK = value.WholeNumber();
                break;
            case "max_tokens":
                options.MaxOutputTokens = value.WholeNumber();
                break;
            case "presence_penalty":
                options.PresencePenalty = (float?)value.Number();
                break;
            case "frequency_penalty":
                options.FrequencyPenalty = (float?)value.Number();
                break;
            case "seed":
                options.Seed = value.WholeNumber();
                break;
            case "stop":
                string[] stops = value.Text() is { } one ? [one] : [.. value.Texts()];
                options.StopSequences = [.. stops.Where(text => text.Length > 0)];
                break;
            case AnswerFormat.Setting or AnswerFormat.Schema:
                break;
            default:
                (options.AdditionalProperties ??= [])[name] = setting;
                break;
        }
    }
}
