using System.Text;
using System.Text.Json;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Writes tokens of JSON for people. <c>[{"room": {"name": "Lobby"}, "widths": [2.4, 3]}, …]</c> becomes
/// <code>
/// room.name: Lobby
/// widths: 2.4, 3
/// </code>
/// and an empty line before the next element.
/// </summary>
internal sealed class JsonLines
{
    private const int LongestPathShown = 200;

    private readonly PageWriter _pages = new();
    private readonly Stack<(bool IsArray, int PathLength)> _open = new();
    private readonly StringBuilder _path = new();
    private readonly StringBuilder _block = new();
    private bool _listing;

    /// <summary>How many arrays and objects are open.</summary>
    public int Depth => _open.Count;

    /// <summary>The path of the value at hand, for what is said of damage.</summary>
    public string Where
        => _path.Length == 0 ? "the beginning" : $"\"{_path.ToString(0, Math.Min(_path.Length, LongestPathShown))}\"";

    public IEnumerable<ExtractedPage> Full() => _pages.Full();

    public IEnumerable<ExtractedPage> Rest()
    {
        EndBlock();
        return _pages.Rest();
    }

    public void Take(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _path.Length = _open.Peek().PathLength;
                _path.Append(_path.Length == 0 ? "" : ".").Append(reader.GetString());
                break;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                EndLine();
                _open.Push((reader.TokenType == JsonTokenType.StartArray, _path.Length));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _path.Length = _open.Pop().PathLength;
                EndLine();
                if (_open.Count == 0 || _open.Peek().IsArray)
                {
                    EndBlock();
                }

                break;
            default:
                Value(ref reader);
                break;
        }
    }

    private void Value(ref Utf8JsonReader reader)
    {
        var value = reader.TokenType switch
        {
            JsonTokenType.String => Text(ref reader),
            JsonTokenType.Number => Raw(ref reader),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => "",
        };
        var inArray = _open.TryPeek(out var top) && top.IsArray;
        if (inArray && _listing)
        {
            _block.Append(", ").Append(value);
        }
        else if (value.Length > 0)
        {
            EndLine();
            _block.Append(_path).Append(_path.Length == 0 ? "" : ": ").Append(value);
            _listing = inArray;
        }

        if (!inArray)
        {
            EndLine();
        }

        if (_block.Length > ExtractedPage.MaxLength)
        {
            EndBlock();
        }
    }

    // Half of a surrogate pair can be escaped in JSON, and .NET refuses to give it as text.
    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Raw(ref reader);
        }
    }

    private static string Raw(ref Utf8JsonReader reader)
        => reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence) : Encoding.UTF8.GetString(reader.ValueSpan);

    private void EndLine()
    {
        if (_block.Length > 0 && _block[^1] != '\n')
        {
            _block.Append('\n');
        }

        _listing = false;
    }

    private void EndBlock()
    {
        _pages.Block(_block.ToString());
        _block.Clear();
        _listing = false;
    }
}
