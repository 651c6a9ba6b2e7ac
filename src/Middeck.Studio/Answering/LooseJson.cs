using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Middeck.Studio.Answering;

/// <summary>
/// Reads what models write in the place of JSON: names and texts in quotes of any kind or in none, Python's <c>True</c> and
/// <c>None</c>, commas too many or too few, comments, line breaks and quotes inside of texts, and an end that was cut off.
/// </summary>
internal ref struct LooseJson
{
    private const int MaxDepth = 50;

    private readonly ReadOnlySpan<char> _text;
    private int _at;

    private LooseJson(ReadOnlySpan<char> text) => _text = text;

    private readonly bool IsOver => _at >= _text.Length;

    /// <summary>The object or list that a text begins with; null when it begins with neither or says nothing.</summary>
    public static JsonElement? Read(ReadOnlySpan<char> text)
    {
        if (text is not ['{' or '[', ..])
        {
            return null;
        }

        var node = new LooseJson(text).Value(0);
        return node is JsonObject { Count: > 0 } or JsonArray { Count: > 0 } ? JsonSerializer.SerializeToElement(node) : null;
    }

    private JsonNode? Value(int depth)
    {
        SkipBlanks();
        if (IsOver || depth > MaxDepth)
        {
            _at = depth > MaxDepth ? _text.Length : _at;
            return null;
        }

        return _text[_at] switch
        {
            '{' => Object(depth),
            '[' => List(depth),
            var first when ClosingOf(first) is { } quote => JsonValue.Create(Quoted(quote)),
            _ => Bare(),
        };
    }

    private JsonObject Object(int depth)
    {
        var fields = new JsonObject();
        _at++;
        while (true)
        {
            SkipBlanks(',', ';', '，');
            if (IsOver || _text[_at] is '}' or ']')
            {
                _at++;
                return fields;
            }

            var name = ClosingOf(_text[_at]) is { } quote ? Quoted(quote) : Word(":：=,}").Trim();
            SkipBlanks();
            if (IsOver || _text[_at] is not (':' or '=' or '：'))
            {
                // A name without a value, as at an end that was cut off.
                continue;
            }

            _at++;
            SkipBlanks();
            if (!IsOver)
            {
                fields[name] = Value(depth + 1);
            }
        }
    }

    private JsonArray List(int depth)
    {
        var items = new JsonArray();
        _at++;
        while (true)
        {
            SkipBlanks(',', ';', '，');
            if (IsOver || _text[_at] is ']' or '}')
            {
                _at++;
                return items;
            }

            items.Add(Value(depth + 1));
        }
    }

    private string Quoted(char quote)
    {
        var text = new StringBuilder();
        for (_at++; !IsOver; _at++)
        {
            var letter = _text[_at];
            if (letter == '\\' && _at + 1 < _text.Length)
            {
                Escaped(text);
            }
            else if (letter == quote && EndsText())
            {
                _at++;
                break;
            }
            else
            {
                text.Append(letter);
            }
        }

        return text.ToString();
    }

    // A quote that no sign of JSON follows belongs to the text.
    private readonly bool EndsText()
    {
        var rest = _text[(_at + 1)..].TrimStart();
        return rest.IsEmpty || rest[0] is ',' or ':' or '}' or ']' or ';' or '，' or '：'
            || rest.StartsWith("//") || rest.StartsWith("/*") || IsName(rest);
    }

    // The comma in front of it was forgotten.
    private static bool IsName(ReadOnlySpan<char> rest)
        => ClosingOf(rest[0]) is { } quote && rest[1..].IndexOf(quote) is >= 0 and var length && rest[(length + 2)..].TrimStart() is [':' or '：', ..];

    private void Escaped(StringBuilder text)
    {
        var letter = _text[++_at];
        if (letter == 'u' && _at + 4 < _text.Length
            && ushort.TryParse(_text.Slice(_at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            _at += 4;
            return;
        }

        text.Append(letter switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => letter });
    }

    private JsonValue? Bare()
    {
        var word = Word(",;}]\n").Trim();
        if (word.Length == 0)
        {
            // A sign that stands where none may; it must not be read for ever.
            _at++;
            return null;
        }

        return word switch
        {
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            "null" or "None" or "NULL" or "undefined" or "NaN" => null,
            _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                => JsonValue.Create(number),
            _ => JsonValue.Create(word),
        };
    }

    private string Word(string ends)
    {
        var length = _text[_at..].IndexOfAny(ends);
        var word = length < 0 ? _text[_at..] : _text.Slice(_at, length);
        _at += word.Length;
        return word.ToString();
    }

    private void SkipBlanks(params ReadOnlySpan<char> more)
    {
        while (!IsOver)
        {
            var rest = _text[_at..];
            if (char.IsWhiteSpace(rest[0]) || more.Contains(rest[0]))
            {
                _at++;
            }
            else if (rest.StartsWith("//"))
            {
                var end = rest.IndexOf('\n');
                _at += end < 0 ? rest.Length : end;
            }
            else if (rest.StartsWith("/*"))
            {
                var end = rest.IndexOf("*/");
                _at += end < 0 ? rest.Length : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private static char? ClosingOf(char open) => open switch
    {
        '"' or '\'' or '`' => open,
        '“' => '”',
        '‘' => '’',
        _ => null,
    };
}
