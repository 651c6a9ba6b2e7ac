using System.Text;

namespace Middeck.Workflows.Values;

/// <summary>A value as text that people read: a line a list item, an object as indented JSON, a file as a link.</summary>
public static class MarkdownText
{
    /// <summary>The text.</summary>
    public static string Of(Segment value) => value.Type switch
    {
        SegmentType.None => "",
        SegmentType.Object => PythonJson.Of(value, indent: 2),
        SegmentType.File => value.File!.ToMarkdown(),
        SegmentType.ArrayFile => string.Join('\n', value.Items.Select(item => item.File!.ToMarkdown())),
        _ when value.IsArray => string.Join('\n', value.Items.Select(item => "- " + Item(item))),
        _ => PythonText.Scalar(value),
    };

    private static string Item(Segment item)
    {
        if (item.Text is { } words)
        {
            return words;
        }

        var text = new StringBuilder();
        PythonText.Repr(item, text);
        return text.ToString();
    }
}
