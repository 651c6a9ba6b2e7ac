using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Syntax;

/// <summary>
/// Takes a template apart: <c>text {{ print }} {% statement %} {# comment #}</c>. A minus at a delimiter takes the whitespace beside
/// it away.
/// </summary>
internal sealed class Lexer
{
    private readonly string _source;
    private readonly List<Token> _tokens = [];
    private int _at;
    private int _line = 1;

    private Lexer(string source) => _source = source;

    public static List<Token> Read(string template)
    {
        var source = template.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        // One newline at the end belongs to the file, not to the text.
        var lexer = new Lexer(source.EndsWith('\n') ? source[..^1] : source);
        lexer.Read();
        return lexer._tokens;
    }

    private void Read()
    {
        while (_at < _source.Length)
        {
            var start = NextTag();
            if (start < 0)
            {
                Data(_source[_at..], strip: false);
                _at = _source.Length;
                break;
            }

            var text = _source[_at..start];
            var sign = start + 2 < _source.Length && _source[start + 2] is '-' or '+' ? _source[start + 2] : '\0';
            Data(text, sign == '-');
            _at = start;
            Tag(_source[start + 1], sign == '\0' ? 2 : 3);
        }

        _tokens.Add(new Token(TokenKind.End, "", _tokens.Count > 0 ? _tokens[^1].Line : 1));
    }

    private void Tag(char kind, int length)
    {
        if (kind == '%' && RawBegin() is { } rawBegin)
        {
            MoveTo(rawBegin);
            Raw();
            return;
        }

        var line = _line;
        MoveTo(_at + length);
        switch (kind)
        {
            case '#':
                Comment(line);
                break;
            case '{':
                _tokens.Add(new Token(TokenKind.VariableBegin, "{{", line));
                Inside('}');
                break;
            default:
                _tokens.Add(new Token(TokenKind.BlockBegin, "{%", line));
                Inside('%');
                break;
        }
    }

    private int NextTag()
    {
        for (var at = _source.IndexOf('{', _at); at >= 0 && at + 1 < _source.Length; at = _source.IndexOf('{', at + 1))
        {
            if (_source[at + 1] is '{' or '%' or '#')
            {
                return at;
            }
        }

        return -1;
    }

    private void Data(string text, bool strip)
    {
        var line = _line;
        _line += text.AsSpan().Count('\n');
        text = strip ? Str.TrimEnd(text) : text;
        if (text.Length > 0)
        {
            _tokens.Add(new Token(TokenKind.Data, text, line));
        }
    }

    private void Comment(int line)
    {
        var end = _source.IndexOf("#}", _at, StringComparison.Ordinal);
        if (end < 0)
        {
            throw Failures.Syntax("Missing end of comment tag", line);
        }

        MoveTo(end > _at && _source[end - 1] == '-' ? SkipSpace(end + 2) : end + 2);
    }

    // "{% raw %}" from here: where its text starts, else null.
    private int? RawBegin()
    {
        var at = _at + 2 + (_at + 2 < _source.Length && _source[_at + 2] is '-' or '+' ? 1 : 0);
        at = SkipSpace(at);
        if (string.CompareOrdinal(_source, at, "raw", 0, 3) != 0)
        {
            return null;
        }

        at = SkipSpace(at + 3);
        return string.CompareOrdinal(_source, at, "-%}", 0, 3) == 0 ? SkipSpace(at + 3)
            : string.CompareOrdinal(_source, at, "%}", 0, 2) == 0 ? at + 2
            : null;
    }

    private void Raw()
    {
        for (var at = _source.IndexOf("{%", _at, StringComparison.Ordinal); at >= 0; at = _source.IndexOf("{%", at + 1, StringComparison.Ordinal))
        {
            var sign = at + 2 < _source.Length && _source[at + 2] is '-' or '+' ? _source[at + 2] : '\0';
            var next = SkipSpace(at + (sign == '\0' ? 2 : 3));
            if (string.CompareOrdinal(_source, next, "endraw", 0, 6) != 0)
            {
                continue;
            }

            next = SkipSpace(next + 6);
            if (BlockEnd(next) is { } end)
            {
                Data(_source[_at..at], sign == '-');
                _at = at;
                MoveTo(end);
                return;
            }
        }

        throw Failures.Syntax("Missing end of raw directive", _line);
    }

    // "%}", "-%}" or "+%}" from there: where what follows starts, else null.
    private int? BlockEnd(int at) => At(at, "%}") ? at + 2 : At(at, "-%}") ? SkipSpace(at + 3) : At(at, "+%}") ? at + 3 : null;

    private int? VariableEnd(int at) => At(at, "}}") ? at + 2 : At(at, "-}}") ? SkipSpace(at + 3) : null;

    private void Inside(char kind)
    {
        var open = new Stack<string>();
        while (_at < _source.Length)
        {
            if (open.Count == 0 && (kind == '%' ? BlockEnd(_at) : VariableEnd(_at)) is { } end)
            {
                Add(kind == '%' ? TokenKind.BlockEnd : TokenKind.VariableEnd, kind == '%' ? "%}" : "}}");
                MoveTo(end);
                return;
            }

            if (Str.IsSpace(_source[_at]))
            {
                MoveTo(SkipSpace(_at));
                continue;
            }

            var (token, length) = Literals.Read(_source, _at, _line) ?? throw Failures.Syntax(
                FormattableString.Invariant($"unexpected char {Repr.Of(Str.Part(_source[_at..], 0, 1))} at {_at}"), _line);
            if (token.Kind == TokenKind.Operator)
            {
                Balance(open, token);
            }

            _tokens.Add(token);
            MoveTo(_at + length);
        }
    }

    private static void Balance(Stack<string> open, Token token)
    {
        switch (token.Text)
        {
            case "(":
                open.Push(")");
                break;
            case "[":
                open.Push("]");
                break;
            case "{":
                open.Push("}");
                break;
            case ")" or "]" or "}":
                if (!open.TryPop(out var expected))
                {
                    throw Failures.Syntax($"unexpected '{token.Text}'", token.Line);
                }

                if (expected != token.Text)
                {
                    throw Failures.Syntax($"unexpected '{token.Text}', expected '{expected}'", token.Line);
                }

                break;
        }
    }

    private void Add(TokenKind kind, string text) => _tokens.Add(new Token(kind, text, _line));

    private void MoveTo(int at)
    {
        _line += _source.AsSpan(_at, at - _at).Count('\n');
        _at = at;
    }

    private bool At(int at, string text) => string.CompareOrdinal(_source, at, text, 0, text.Length) == 0;

    private int SkipSpace(int at)
    {
        while (at < _source.Length && Str.IsSpace(_source[at]))
        {
            at++;
        }

        return at;
    }
}
