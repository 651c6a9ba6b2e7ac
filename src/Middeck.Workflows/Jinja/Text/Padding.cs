using System.Text;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Text;

/// <summary>Texts filled up to a width.</summary>
internal static class Padding
{
    public static string Left(string text, int width, string fill, Budget budget) => text + Fill(text, width, fill, budget);

    public static string Right(string text, int width, string fill, Budget budget) => Fill(text, width, fill, budget) + text;

    public static string Center(string text, int width, string fill, Budget budget)
    {
        var pad = Fill(text, width, fill, budget);
        var count = pad.Length / fill.Length;
        // CPython puts the odd one left when the width is odd.
        var left = (count / 2) + (count & width & 1);
        return pad[..(left * fill.Length)] + text + pad[(left * fill.Length)..];
    }

    public static string Zeros(string text, int width, Budget budget)
    {
        var zeros = Fill(text, width, "0", budget);
        return text.Length > 0 && text[0] is '+' or '-' ? text[0] + zeros + text[1..] : zeros + text;
    }

    public static string Tabs(string text, int size, Budget budget)
    {
        var filled = new StringBuilder();
        var column = 0;
        foreach (var letter in text)
        {
            if (letter == '\t')
            {
                var width = size > 0 ? size - (column % size) : 0;
                budget.Text(filled.Length + width);
                filled.Append(' ', width);
                column += width;
            }
            else
            {
                filled.Append(letter);
                column = letter is '\n' or '\r' ? 0 : column + 1;
            }
        }

        return filled.ToString();
    }

    private static string Fill(string text, int width, string fill, Budget budget)
    {
        var missing = width - Str.Length(text);
        if (missing <= 0)
        {
            return "";
        }

        budget.Text((long)width * fill.Length);
        return fill.Length == 1 ? new string(fill[0], missing) : string.Concat(Enumerable.Repeat(fill, missing));
    }
}
