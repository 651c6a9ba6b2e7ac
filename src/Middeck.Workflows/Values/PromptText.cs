using System.Text;

namespace Middeck.Workflows.Values;

/// <summary>
/// A value as text inside a template that a machine reads: nothing for none, an empty list and a file; JSON for an object and a list
/// of strings; Python's list for the others; <c>True</c> and <c>False</c>.
/// </summary>
public static class PromptText
{
    /// <summary>The text.</summary>
    public static string Of(Segment value) => value.Type switch
    {
        SegmentType.None or SegmentType.File or SegmentType.ArrayFile => "",
        SegmentType.String or SegmentType.Secret => value.Text!,
        SegmentType.Object => PythonJson.Of(value),
        _ when !value.IsArray => PythonText.Scalar(value),
        _ when value.Items.Count == 0 => "",
        SegmentType.ArrayString => PythonJson.Of(value),
        _ => Python(value),
    };

    private static string Python(Segment value)
    {
        var text = new StringBuilder();
        PythonText.Repr(value, text);
        return text.ToString();
    }
}
