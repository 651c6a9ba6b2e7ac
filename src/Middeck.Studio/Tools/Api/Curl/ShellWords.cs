using System.Globalization;
using System.Text;

namespace Middeck.Studio.Tools.Api.Curl;

/// <summary>Takes a command line apart as a shell would, and is patient with what people paste: <c>curl -H 'a: b' "https://…" \</c>.</summary>
internal sealed class ShellWords
{
    private readonly string _text;
    private readonly List<string> _words = [];
    private readonly StringBuilder _word = new();
    private bool _isWord;
    private int _at;

    private ShellWords(string text) => _text = text;

    public static IReadOnlyList<string> Of(string line)
    {
        // Word processors put other quotes and blanks in; the Windows shell ends lines with ^.
        var text = line.Replace('“', '"').Replace('”', '"').Replace('‘', '\'').Replace('’', '\'').Replace('\u00A0', ' ')
            .ReplaceLineEndings("\n").Replace("^\n", "\n", StringComparison.Ordinal).Replace("`\n", "\n", StringComparison.Ordinal);
        return new ShellWords(text).Read();
    }

    private List<string> Read()
    {
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '\'':
                    Single();
                    break;
                case '"':
                    Double();
                    break;
                case '$' when Next is '\'':
                    _at++;
                    Ansi();
                    break;
                case '\\' when Next is '\n':
                    _at++;
                    break;
                case '\\' when Next is { } next:
                    Add(next);
                    _at++;
                    break;
                case ' ' or '\t' or '\n':
                    End();
                    break;
                // What follows is another command.
                case '|' or ';' when !_isWord:
                    return _words;
                case var letter:
                    Add(letter);
                    break;
            }
        }

        End();
        return _words;
    }

    private char? Next => _at + 1 < _text.Length ? _text[_at + 1] : null;

    private void Single()
    {
        _isWord = true;
        for (_at++; _at < _text.Length && _text[_at] != '\''; _at++)
        {
            _word.Append(_text[_at]);
        }
    }

    private void Double()
    {
        _isWord = true;
        for (_at++; _at < _text.Length && _text[_at] != '"'; _at++)
        {
            if (_text[_at] == '\\' && Next is '"' or '\\' or '$' or '`' or '\n')
            {
                _at++;
                if (_text[_at] == '\n')
                {
                    continue;
                }
            }

            _word.Append(_text[_at]);
        }
    }

    // $'it\'s \u4f60'
    private void Ansi()
    {
        _isWord = true;
        for (_at++; _at < _text.Length && _text[_at] != '\''; _at++)
        {
            if (_text[_at] != '\\' || Next is not { } letter)
            {
                _word.Append(_text[_at]);
                continue;
            }

            _at++;
            if (letter is 'u' or 'x' && Code(letter == 'u' ? 4 : 2) is { } code)
            {
                _word.Append((char)code);
            }
            else
            {
                _word.Append(letter switch { 'n' => '\n', 't' => '\t', 'r' => '\r', _ => letter });
            }
        }
    }

    private int? Code(int digits)
    {
        if (_at + digits >= _text.Length
            || !int.TryParse(_text.AsSpan(_at + 1, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        _at += digits;
        return code;
    }

    private void Add(char letter)
    {
        _isWord = true;
        _word.Append(letter);
    }

    private void End()
    {
        if (_isWord)
        {
            _words.Add(_word.ToString());
        }

        _word.Clear();
        _isWord = false;
    }
}
