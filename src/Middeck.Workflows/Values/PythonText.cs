using System.Globalization;
using System.Text;

namespace Middeck.Workflows.Values;

/// <summary>
/// How Python writes values: <c>repr</c> and <c>json.dumps(ensure_ascii=False)</c>. Prompts of imported apps hold lists and numbers
/// in this form, and a model's answer depends on every character of its prompt.
/// </summary>
internal static class PythonText
{
    /// <summary>As <c>repr</c>: <c>['it', 1, 2.0, True, None, {'a': "don't"}]</c>.</summary>
    public static void Repr(Segment value, StringBuilder to)
    {
        switch (value.Type)
        {
            case SegmentType.String or SegmentType.Secret:
                Quote(value.Text!, to);
                break;
            case SegmentType.Object:
                Repr(value.Fields, to);
                break;
            case SegmentType.File:
                Repr(SegmentJson.Describe(value.File!), to);
                break;
            default:
                if (value.IsArray)
                {
                    Repr(value.Items, to);
                }
                else
                {
                    to.Append(Scalar(value));
                }

                break;
        }
    }

    /// <summary>As <c>str</c> of a scalar: <c>True</c>, <c>1</c>, <c>2.0</c>, <c>None</c>, or the text itself.</summary>
    public static string Scalar(Segment value) => value.Type switch
    {
        SegmentType.None => "None",
        SegmentType.Boolean => value.Boolean ? "True" : "False",
        SegmentType.Integer => value.Integer.ToString(CultureInfo.InvariantCulture),
        SegmentType.Float => Float(value.Number),
        _ => value.Text ?? "",
    };

    /// <summary>As <c>repr(float)</c>: the shortest digits that read back, an exponent below 1e-4 and from 1e16.</summary>
    public static string Float(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0)
        {
            return text.Contains('.', StringComparison.Ordinal) ? text
                : Math.Abs(number) < 1e16 ? text + ".0"
                : Shorten(text);
        }

        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return exponent is >= 0 and < 16
            ? number.ToString("F1", CultureInfo.InvariantCulture)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{text.AsSpan(0, mark)}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
    }

    // "12000000000000000000" as "1.2e+19"
    private static string Shorten(string digits)
    {
        var start = digits[0] == '-' ? 2 : 1;
        var rest = digits[start..].TrimEnd('0');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{digits.AsSpan(0, start)}{(rest.Length > 0 ? "." : "")}{rest}e+{digits.Length - start:00}");
    }

    private static void Repr(IReadOnlyList<Segment> items, StringBuilder to)
    {
        to.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            to.Append(i > 0 ? ", " : "");
            Repr(items[i], to);
        }

        to.Append(']');
    }

    private static void Repr(IReadOnlyDictionary<string, Segment> fields, StringBuilder to)
    {
        to.Append('{');
        var first = true;
        foreach (var (name, value) in fields)
        {
            to.Append(first ? "" : ", ");
            first = false;
            Quote(name, to);
            to.Append(": ");
            Repr(value, to);
        }

        to.Append('}');
    }

    internal static void Quote(string text, StringBuilder to)
    {
        var quote = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        to.Append(quote);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n':
                    to.Append("\\n");
                    break;
                case '\r':
                    to.Append("\\r");
                    break;
                case '\t':
                    to.Append("\\t");
                    break;
                case '\\':
                    to.Append("\\\\");
                    break;
                default:
                    if (rune.Value == quote)
                    {
                        to.Append('\\').Append(quote);
                    }
                    else if (IsPrintable(rune))
                    {
                        to.Append(rune.ToString());
                    }
                    else
                    {
                        Escape(rune.Value, to);
                    }

                    break;
            }
        }

        to.Append(quote);
    }

    private static void Escape(int code, StringBuilder to) => to.Append(code switch
    {
        <= 0xFF => string.Create(CultureInfo.InvariantCulture, $"\\x{code:x2}"),
        <= 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\u{code:x4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\U{code:x8}"),
    });

    private static bool IsPrintable(Rune rune) => rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);
}
