using System.Globalization;
using System.Text;

namespace Middeck.Workflows.Values;

/// <summary>
/// JSON as Python's <c>json.dumps(value, ensure_ascii=False, indent=…)</c> writes it: a space after commas and colons, <c>2.0</c>
/// for a float without a fraction.
/// </summary>
internal static class PythonJson
{
    /// <summary>The text on one line, or with an indent of so many spaces a level.</summary>
    public static string Of(Segment value, int? indent = null)
    {
        var text = new StringBuilder();
        Write(value, text, indent, level: 0);
        return text.ToString();
    }

    private static void Write(Segment value, StringBuilder to, int? indent, int level)
    {
        switch (value.Type)
        {
            case SegmentType.None:
                to.Append("null");
                break;
            case SegmentType.Boolean:
                to.Append(value.Boolean ? "true" : "false");
                break;
            case SegmentType.Float:
                to.Append(value.Number switch
                {
                    double.PositiveInfinity => "Infinity",
                    double.NegativeInfinity => "-Infinity",
                    double.NaN => "NaN",
                    var number => PythonText.Float(number),
                });
                break;
            case SegmentType.Integer:
                to.Append(value.Integer);
                break;
            case SegmentType.String or SegmentType.Secret:
                Quote(value.Text!, to);
                break;
            case SegmentType.File:
                Write(Segment.Of(SegmentJson.Describe(value.File!)), to, indent, level);
                break;
            case SegmentType.Object:
                WriteAll(value.Fields, '{', '}', to, indent, level, (field, text, deeper) =>
                {
                    Quote(field.Key, text);
                    text.Append(": ");
                    Write(field.Value, text, indent, deeper);
                });
                break;
            default:
                WriteAll(value.Items, '[', ']', to, indent, level, (item, text, deeper) => Write(item, text, indent, deeper));
                break;
        }
    }

    private static void WriteAll<T>(
        IReadOnlyCollection<T> all, char open, char close, StringBuilder to, int? indent, int level, Action<T, StringBuilder, int> write)
    {
        to.Append(open);
        var first = true;
        foreach (var one in all)
        {
            to.Append(first ? "" : indent is null ? ", " : ",");
            first = false;
            NewLine(to, indent, level + 1);
            write(one, to, level + 1);
        }

        if (!first)
        {
            NewLine(to, indent, level);
        }

        to.Append(close);
    }

    private static void NewLine(StringBuilder to, int? indent, int level)
    {
        if (indent is { } width)
        {
            to.Append('\n').Append(' ', width * level);
        }
    }

    private static void Quote(string text, StringBuilder to)
    {
        to.Append('"');
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '"':
                    to.Append("\\\"");
                    break;
                case '\\':
                    to.Append("\\\\");
                    break;
                case '\n':
                    to.Append("\\n");
                    break;
                case '\r':
                    to.Append("\\r");
                    break;
                case '\t':
                    to.Append("\\t");
                    break;
                case '\b':
                    to.Append("\\b");
                    break;
                case '\f':
                    to.Append("\\f");
                    break;
                case < ' ':
                    to.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
                    break;
                default:
                    to.Append(letter);
                    break;
            }
        }

        to.Append('"');
    }
}
