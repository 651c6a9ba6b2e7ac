using System.Globalization;
using System.Text.RegularExpressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Syntax;

/// <summary>The tokens of expressions: numbers, names, strings and operators.</summary>
internal static partial class Literals
{
    private static readonly string[] _operators =
    [
        "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<", "=", ".", ":", "|", ",", ";",
    ];

    /// <summary>The token that starts there and its length; null when none does.</summary>
    public static (Token Token, int Length)? Read(string source, int at, int line)
    {
        var first = source[at];
        if (char.IsAsciiDigit(first))
        {
            return Number(source, at, line);
        }

        if (first is '\'' or '"')
        {
            return StringAt(source, at, line);
        }

        if (IsNamePart(first))
        {
            var end = at + 1;
            while (end < source.Length && IsNamePart(source[end]))
            {
                end++;
            }

            return char.IsDigit(first)
                ? throw Failures.Syntax("Invalid character in identifier", line)
                : (new Token(TokenKind.Name, source[at..end], line), end - at);
        }

        foreach (var sign in _operators)
        {
            if (string.CompareOrdinal(source, at, sign, 0, sign.Length) == 0)
            {
                return (new Token(TokenKind.Operator, sign, line), sign.Length);
            }
        }

        return null;
    }

    private static (Token Token, int Length) Number(string source, int at, int line)
    {
        // After a dot comes an index: a.0.1
        var real = at > 0 && source[at - 1] == '.' ? Match.Empty : Float().Match(source, at);
        var match = real.Success ? real : Integer().Match(source, at);
        var digits = match.Value.Replace("_", "", StringComparison.Ordinal);
        if (real.Success)
        {
            return (new Token(TokenKind.Float, match.Value, line, double.Parse(digits, CultureInfo.InvariantCulture)), match.Length);
        }

        var value = NumberParsing.Whole(digits, 0) ?? throw Failures.Syntax("the number has too many digits", line);
        return (new Token(TokenKind.Integer, match.Value, line, value), match.Length);
    }

    private static (Token Token, int Length)? StringAt(string source, int at, int line)
    {
        for (var end = at + 1; end < source.Length; end++)
        {
            if (source[end] == '\\')
            {
                end++;
            }
            else if (source[end] == source[at])
            {
                var text = Escapes.Read(source[(at + 1)..end], line);
                return (new Token(TokenKind.String, text, line, text), end + 1 - at);
            }
        }

        return null;
    }

    private static bool IsNamePart(char letter) => char.IsLetterOrDigit(letter) || letter == '_'
        || (!char.IsAscii(letter) && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.LetterNumber);

    [GeneratedRegex(@"\G(?:[0-9]+_)*[0-9]+(?:(?:\.(?:[0-9]+_)*[0-9]+)?[eE][+-]?(?:[0-9]+_)*[0-9]+|\.(?:[0-9]+_)*[0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Float();

    [GeneratedRegex(@"\G(?:0[bB](?:_?[01])+|0[oO](?:_?[0-7])+|0[xX](?:_?[0-9a-fA-F])+|[1-9](?:_?[0-9])*|0(?:_?0)*)", RegexOptions.CultureInvariant)]
    private static partial Regex Integer();
}
