using System.Text;
using System.Text.RegularExpressions;

namespace Middeck.Workflows.Values;

/// <summary>A text with references such as <c>Dear {{#start.name#}}, {{#sys.query#}}</c>.</summary>
public sealed partial class TextTemplate
{
    private TextTemplate(IReadOnlyList<TemplatePart> parts) => Parts = parts;

    /// <summary>Text and references in their order; no empty text.</summary>
    public IReadOnlyList<TemplatePart> Parts { get; }

    /// <summary>Takes a text apart. What is no well-formed reference stays text.</summary>
    public static TextTemplate Parse(string text)
    {
        var parts = new List<TemplatePart>();
        var position = 0;
        foreach (var match in Reference().EnumerateMatches(text))
        {
            if (match.Index > position)
            {
                parts.Add(new(text[position..match.Index]));
            }

            var reference = text.Substring(match.Index, match.Length);
            parts.Add(new(reference, new Selector(reference[3..^3].Split('.'))));
            position = match.Index + match.Length;
        }

        if (position < text.Length)
        {
            parts.Add(new(text[position..]));
        }

        return new(parts);
    }

    /// <summary>The text for a machine (see <see cref="PromptText"/>). A reference that names nothing stays as it is written.</summary>
    public string Render(VariablePool pool)
    {
        if (Parts is [{ Selector: null } only])
        {
            return only.Text;
        }

        var text = new StringBuilder();
        foreach (var part in Parts)
        {
            var value = part.Selector is null ? null : pool.Find(part.Selector);
            text.Append(value is null ? part.Text : PromptText.Of(value));
        }

        return text.ToString();
    }

    [GeneratedRegex(@"\{\{#[a-zA-Z0-9_]{1,50}(?:\.[a-zA-Z_][a-zA-Z0-9_]{0,29}){1,10}#\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
