using System.Text;
using System.Text.Json;
using Middeck.Studio.Answering;
using Middeck.Workflows;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Http;

/// <summary>JSON with references in it, such as <c>{"question": "{{#sys.query#}}", "top": {{#start.top#}}}</c>.</summary>
internal static class JsonTemplate
{
    /// <summary>
    /// The JSON. What a reference brings into a text is escaped when the whole is no JSON without it; what is still none then is
    /// repaired.
    /// </summary>
    /// <exception cref="NodeException"><c>RequestBodyError</c>: it is no JSON.</exception>
    public static string Render(TextTemplate template, VariablePool pool)
    {
        var plain = template.Render(pool);
        if (string.IsNullOrWhiteSpace(plain) || IsJson(plain))
        {
            return plain;
        }

        var escaped = Escaped(template, pool);
        if (IsJson(escaped))
        {
            return escaped;
        }

        return JsonRepair.Repair(escaped) ?? JsonRepair.Repair(plain)
            ?? throw new NodeException("RequestBodyError", $"Failed to parse JSON: {(plain.Length <= 200 ? plain : plain[..200] + "…")}");
    }

    private static string Escaped(TextTemplate template, VariablePool pool)
    {
        var (text, isText) = (new StringBuilder(), false);
        foreach (var part in template.Parts)
        {
            var value = part.Selector is null ? null : pool.Find(part.Selector);
            if (value is not null)
            {
                var said = PromptText.Of(value);
                text.Append(isText ? JsonSerializer.Serialize(said, Core.Json.Snake)[1..^1] : said);
                continue;
            }

            text.Append(part.Text);
            for (var at = 0; at < part.Text.Length; at++)
            {
                if (part.Text[at] == '\\' && isText)
                {
                    at++;
                }
                else if (part.Text[at] == '"')
                {
                    isText = !isText;
                }
            }
        }

        return text.ToString();
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            // The caller tries another way.
            return false;
        }
    }
}
