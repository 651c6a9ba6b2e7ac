using System.Text;

namespace Middeck.Studio.Chat;

/// <summary>
/// The text of an answer while it grows. Takes out what a database cannot keep: NUL characters, and halves of characters,
/// of which the first half is held back until the second arrives.
/// </summary>
internal sealed class AnswerBuffer
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private char? _half;
    private int _saved;

    /// <summary>How much of the text no row holds yet.</summary>
    public int Unsaved
    {
        get
        {
            lock (_lock)
            {
                return _text.Length - _saved;
            }
        }
    }

    public int Length
    {
        get
        {
            lock (_lock)
            {
                return _text.Length;
            }
        }
    }

    /// <summary>The text until now.</summary>
    public string Text
    {
        get
        {
            lock (_lock)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Adds text and returns what of it may be shown.</summary>
    public string Append(string text)
    {
        var clean = Clean(text);
        lock (_lock)
        {
            _text.Append(clean);
        }

        return clean;
    }

    /// <summary>The text until now, which the caller is going to save.</summary>
    public string TakeForSaving()
    {
        lock (_lock)
        {
            _saved = _text.Length;
            return _text.ToString();
        }
    }

    private string Clean(string text)
    {
        if (_half is null && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length + 1);
        foreach (var unit in text)
        {
            if (_half is { } half)
            {
                _half = null;
                if (char.IsLowSurrogate(unit))
                {
                    clean.Append(half).Append(unit);
                    continue;
                }

                clean.Append('\uFFFD');
            }

            if (char.IsHighSurrogate(unit))
            {
                _half = unit;
            }
            else if (char.IsLowSurrogate(unit))
            {
                clean.Append('\uFFFD');
            }
            else if (unit != '\0')
            {
                clean.Append(unit);
            }
        }

        return clean.ToString();
    }
}
