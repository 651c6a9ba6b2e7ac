using System.Text;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>
/// Parts a text that comes in pieces into what is said and what is thought: <c>&lt;think&gt;Hm…&lt;/think&gt;Yes.</c> A tag may be
/// broken over pieces, may be written in any case and may have attributes; a thought that never ends is a thought to the end.
/// </summary>
internal sealed class ThoughtSplitter
{
    private const string Begin = "<think";
    private const string End = "</think>";

    // Longer than any tag that means a thought.
    private const int LongestTag = 64;

    private readonly StringBuilder _said = new();
    private readonly StringBuilder _thought = new();
    private string _rest = "";
    private bool _isThought;

    /// <summary>Takes in a piece; gives what has become certain.</summary>
    public (string Said, string Thought) Take(string piece)
    {
        _rest += piece;
        while (_isThought ? EndThought() : BeginThought())
        {
        }

        return Given();
    }

    /// <summary>What was held back until now.</summary>
    public (string Said, string Thought) Finish()
    {
        (_isThought ? _thought : _said).Append(_rest);
        _rest = "";
        return Given();
    }

    private bool BeginThought()
    {
        var start = 0;
        while (true)
        {
            var at = _rest.IndexOf('<', start);
            if (at < 0)
            {
                Move(_said, _rest.Length);
                return false;
            }

            var tag = _rest.AsSpan(at);
            var close = tag.IndexOf('>');
            if (IsBegin(tag, close))
            {
                if (close < 0)
                {
                    Move(_said, at);
                    return false;
                }

                Move(_said, at);
                _rest = _rest[(close + 1)..];
                _isThought = true;
                return true;
            }

            start = at + 1;
        }
    }

    // Also of what may still become one.
    private static bool IsBegin(ReadOnlySpan<char> tag, int close)
    {
        if (tag.Length <= Begin.Length)
        {
            return Begin.AsSpan().StartsWith(tag, StringComparison.OrdinalIgnoreCase);
        }

        return tag.StartsWith(Begin, StringComparison.OrdinalIgnoreCase)
            && (tag[Begin.Length] == '>' || char.IsWhiteSpace(tag[Begin.Length]))
            && (close >= 0 ? close : tag.Length) <= LongestTag;
    }

    private bool EndThought()
    {
        var at = _rest.IndexOf(End, StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            Move(_thought, at);
            _rest = _rest[End.Length..];
            _isThought = false;
            return true;
        }

        var open = _rest.LastIndexOf('<');
        var held = open >= 0 && End.StartsWith(_rest[open..], StringComparison.OrdinalIgnoreCase) ? open : _rest.Length;
        Move(_thought, held);
        return false;
    }

    private void Move(StringBuilder to, int length)
    {
        to.Append(_rest, 0, length);
        _rest = _rest[length..];
    }

    private (string Said, string Thought) Given()
    {
        var given = (_said.ToString(), _thought.ToString());
        _said.Clear();
        _thought.Clear();
        return given;
    }
}
