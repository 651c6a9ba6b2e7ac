using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Middeck.ScriptedModel;

/// <summary>One request on its way to an answer.</summary>
internal sealed record ScriptedCall(
    HttpContext Context, ScriptedModelState State, RecordedRequest Request, string Behaviour, CancellationToken Stop)
{
    public JsonElement Body => Request.Body;

    public bool IsStream => Body.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

    public bool WantsUsage => Behaviour != "no-usage"
        && Body.TryGetProperty("stream_options", out var options)
        && options.TryGetProperty("include_usage", out var usage)
        && usage.ValueKind == JsonValueKind.True;

    /// <summary>Whether the model is called <c>{word}</c> or <c>{word}-{number}-…</c>, and the numbers.</summary>
    public bool Is(string word, out int[] numbers)
    {
        numbers = [];
        if (!Behaviour.StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = Behaviour[word.Length..];
        if (rest.Length == 0)
        {
            return true;
        }

        var parts = rest.Split('-');
        if (parts[0].Length > 0 || parts.Skip(1).Any(part => !int.TryParse(part, CultureInfo.InvariantCulture, out _)))
        {
            return false;
        }

        numbers = [.. parts.Skip(1).Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return true;
    }
}
