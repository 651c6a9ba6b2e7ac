using System.Globalization;
using System.Text;
using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Syntax;

/// <summary>The backslashes in a string literal, as Python reads them.</summary>
internal static class Escapes
{
    public static string Read(string text, int line)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var read = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                read.Append(text[i]);
                continue;
            }

            var code = text[++i];
            switch (code)
            {
                case '\n':
                    break;
                case 'x' or 'u' or 'U':
                    i += Code(text, i + 1, code, read, line);
                    break;
                case >= '0' and <= '7':
                    var end = i + 1;
                    while (end < text.Length && end < i + 3 && text[end] is >= '0' and <= '7')
                    {
                        end++;
                    }

                    read.Append((char)Convert.ToInt32(text[i..end], 8));
                    i = end - 1;
                    break;
                default:
                    _ = Plain(code) is { } letter ? read.Append(letter) : read.Append('\\').Append(code);
                    break;
            }
        }

        return read.ToString();
    }

    private static char? Plain(char code) => code switch
    {
        '\\' or '\'' or '"' => code,
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'a' => '\a',
        'b' => '\b',
        'f' => '\f',
        'v' => '\v',
        _ => null,
    };

    private static int Code(string text, int at, char kind, StringBuilder to, int line)
    {
        var length = kind switch { 'x' => 2, 'u' => 4, _ => 8 };
        if (at + length > text.Length
            || !int.TryParse(text.AsSpan(at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw Failures.Syntax($"truncated \\{kind}{new string('X', length)} escape", line);
        }

        if (code is < 0 or > 0x10FFFF)
        {
            throw Failures.Syntax("illegal Unicode character", line);
        }

        _ = code < 0x10000 ? to.Append((char)code) : to.Append(char.ConvertFromUtf32(code));
        return length;
    }
}
