using Middeck.Workflows;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>
/// What stands in the place of <c>{{#context#}}</c>: a text as it is, of a list of texts or of found passages each on a line of its own.
/// </summary>
internal static class ContextText
{
    /// <exception cref="NodeException">A passage has no content.</exception>
    public static string Of(Segment? value)
    {
        if (value is null || value.IsNone)
        {
            return "";
        }

        return value.IsArray
            ? string.Join('\n', value.Items.SelectMany(Lines)).Trim()
            : PromptText.Of(value);
    }

    private static IEnumerable<string> Lines(Segment item)
    {
        if (item.Type != SegmentType.Object)
        {
            return [PromptText.Of(item)];
        }

        var content = item.Fields.GetValueOrDefault("content")
            ?? throw new NodeException("InvalidContextStructureError", "An entry of the context is an object without content.");
        return item.Fields.GetValueOrDefault("summary")?.Text is { Length: > 0 } summary
            ? [summary, PromptText.Of(content)]
            : [PromptText.Of(content)];
    }
}
