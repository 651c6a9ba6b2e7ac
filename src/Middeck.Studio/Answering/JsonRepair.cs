using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Middeck.Studio.Answering;

/// <summary>
/// Reads what was meant as JSON: single and curly quotes, words without quotes, Python's <c>True</c> and <c>None</c>, line breaks and
/// quotes inside of texts, comments, commas too many or too few, brackets that are never closed, fences around it.
/// </summary>
internal sealed class JsonRepair
{
    private const int MostDepth = 50;

    private readonly string _text;
    private int _at;

    private JsonRepair(string text) => _text = text;

    /// <summary>The object or list that was meant, as JSON; null when there is none.</summary>
    public static string? Repair(string text)
    {
        var start = text.AsSpan().IndexOfAny('{', '[');
        return start < 0 ? null : new JsonRepair(text) { _at = start }.Value(0)?.ToJsonString(Core.Json.Snake);
    }

    private JsonNode? Value(int depth)
    {
        Skip();
        if (_at >= _text.Length || depth > MostDepth)
        {
            return null;
        }

        return _text[_at] switch
        {
            '{' => Object(depth),
            '[' => List(depth),
            var letter when IsQuote(letter) => JsonValue.Create(Quoted(isName: false)),
            _ => Word(isName: false),
        };
    }

    private JsonObject Object(int depth)
    {
        var members = new JsonObject();
        for (_at++; ;)
        {
            Skip(',', ';');
            if (_at >= _text.Length || _text[_at] is '}' or ']')
            {
                Pass('}');
                return members;
            }

            var from = _at;
            var name = IsQuote(_text[_at]) ? Quoted(isName: true) : Word(isName: true)!.ToString();
            Skip();
            if (_at < _text.Length && _text[_at] is ':' or '=' or '：')
            {
                _at++;
            }

            Skip();
            members[name] = _at < _text.Length && _text[_at] is not (',' or '}') ? Value(depth + 1) : null;
            // Nothing may stand still, whatever is written here.
            _at = _at == from ? _at + 1 : _at;
        }
    }

    private JsonArray List(int depth)
    {
        var items = new JsonArray();
        for (_at++; ;)
        {
            Skip(',', ';');
            if (_at >= _text.Length || _text[_at] is ']' or '}')
            {
                Pass(']');
                return items;
            }

            var from = _at;
            items.Add(Value(depth + 1));
            _at = _at == from ? _at + 1 : _at;
        }
    }

    // A closing bracket of the other kind belongs to somebody around.
    private void Pass(char bracket)
    {
        if (_at < _text.Length && _text[_at] == bracket)
        {
            _at++;
        }
    }

    private string Quoted(bool isName)
    {
        var close = _text[_at] switch { '“' => '”', '‘' => '’', var same => same };
        var text = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var letter = _text[_at];
            if (letter == '\\' && _at + 1 < _text.Length)
            {
                Escape(text);
            }
            else if (letter == close && (isName || Ends(_at + 1)))
            {
                _at++;
                return text.ToString();
            }
            else
            {
                text.Append(letter);
            }
        }

        return text.ToString().TrimEnd();
    }

    private void Escape(StringBuilder text)
    {
        var letter = _text[++_at];
        if (letter == 'u' && _at + 4 < _text.Length
            && ushort.TryParse(_text.AsSpan(_at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            _at += 4;
            return;
        }

        text.Append(letter switch { 'n' => "\n", 't' => "\t", 'r' => "\r", 'b' => "\b", 'f' => "\f", '"' or '\'' or '\\' or '/' => $"{letter}", _ => $"\\{letter}" });
    }

    // A quote ends a text only where something can follow one: else it belongs to the text.
    private bool Ends(int at)
    {
        var rest = _text.AsSpan(at).TrimStart();
        return rest.IsEmpty || rest[0] is ':' or '：' or '}' or ']'
            || (rest[0] == ',' && rest[1..].TrimStart() is var next
                && (next.IsEmpty || IsQuote(next[0]) || next[0] is '{' or '[' or '}' or ']' or '-' || char.IsAsciiDigit(next[0])
                    || next.StartsWith("true") || next.StartsWith("false") || next.StartsWith("null") || IsName(next)));
    }

    // b: 1
    private static bool IsName(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsLetterOrDigit(text[length]) || text[length] == '_'))
        {
            length++;
        }

        return length > 0 && text[length..].TrimStart() is [':', ..];
    }

    private JsonValue? Word(bool isName)
    {
        var from = _at;
        while (_at < _text.Length && _text[_at] is not (',' or '}' or ']' or '\n') && !(isName && _text[_at] is ':' or '=' or '：')
            && !(_text[_at] == '/' && _at > from && _text[_at - 1] == ' ' && _text.AsSpan(_at) is ['/', '/' or '*', ..]))
        {
            _at++;
        }

        var word = _text[from.._at].Trim();
        if (isName)
        {
            return JsonValue.Create(word);
        }

        return word.ToUpperInvariant() switch
        {
            "TRUE" => JsonValue.Create(true),
            "FALSE" => JsonValue.Create(false),
            "" or "NULL" or "NONE" or "UNDEFINED" or "NAN" => null,
            _ => Number(word) ?? JsonValue.Create(word),
        };
    }

    private static JsonValue? Number(string word)
    {
        try
        {
            return JsonNode.Parse(word) is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value : null;
        }
        catch (JsonException)
        {
            // A word like any other.
            return null;
        }
    }

    private void Skip(params ReadOnlySpan<char> also)
    {
        for (; _at < _text.Length; _at++)
        {
            var rest = _text.AsSpan(_at);
            if (rest.StartsWith("//") || rest.StartsWith("/*"))
            {
                var end = rest[1] == '/' ? rest.IndexOf('\n') : rest.IndexOf("*/");
                _at = end < 0 ? _text.Length : _at + end + (rest[1] == '/' ? 0 : 1);
            }
            else if (!char.IsWhiteSpace(rest[0]) && !also.Contains(rest[0]))
            {
                return;
            }
        }
    }

    private static bool IsQuote(char letter) => letter is '"' or '\'' or '“' or '”' or '‘' or '’';
}
