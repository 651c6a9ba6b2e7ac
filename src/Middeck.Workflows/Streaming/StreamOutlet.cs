using System.Text;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Streaming;

/// <summary>
/// The text that the run has written so far, and the events that tell of it. While an earlier part of a run is gone through again
/// nothing is sent; then only what differs from what was delivered.
/// </summary>
internal sealed class StreamOutlet(Action<GraphEvent> emit, TimeProvider clock, bool isAnswer)
{
    private readonly StringBuilder _text = new();
    private bool _isSilent;
    private bool _isReplacing;
    private string _ahead = "";

    /// <summary>Whether the run writes a message of a chat.</summary>
    public bool IsAnswer => isAnswer;

    public int Length => _text.Length;

    public string Text => _text.ToString();

    public string Since(int start) => Between(start, _text.Length);

    public string Between(int start, int end) => _text.ToString(start, end - start);

    /// <summary>From now on nothing is sent.</summary>
    public void Mute() => _isSilent = true;

    /// <summary>Sends again. What was delivered beyond the text so far is expected to come once more and is not sent twice.</summary>
    public void Unmute(string? delivered)
    {
        _isSilent = false;
        var text = Text;
        if (delivered is null || delivered == text)
        {
            return;
        }

        if (delivered.StartsWith(text, StringComparison.Ordinal))
        {
            _ahead = delivered[text.Length..];
        }
        else
        {
            Replace();
        }
    }

    public void Write(string piece, Frame frame, ResponsePlan plan, Selector? selector)
    {
        if (piece.Length == 0)
        {
            return;
        }

        _text.Append(piece);
        if (_isSilent)
        {
            return;
        }

        if (_ahead.Length > 0)
        {
            piece = Catch(piece);
        }

        if (_isReplacing)
        {
            _isReplacing = false;
            Replace();
        }
        else if (piece.Length > 0)
        {
            var response = frame.Scope.Nodes[plan.Node].Id;
            emit(new TextChunk(
                clock.GetUtcNow(),
                piece,
                selector ?? new Selector(response, plan.IsAnswer ? "answer" : "text"),
                selector is { IsSpecial: false } ? selector.Node : response,
                plan.IsAnswer));
        }
    }

    /// <summary>Takes back everything behind that position.</summary>
    public void CutTo(int length)
    {
        if (length >= _text.Length)
        {
            return;
        }

        _text.Length = length;
        _ahead = "";
        if (!_isSilent)
        {
            Replace();
        }
    }

    /// <summary>The run is over: what was delivered beyond its text is taken back.</summary>
    public void Settle()
    {
        if (_ahead.Length > 0)
        {
            _ahead = "";
            Replace();
        }
    }

    private void Replace() => emit(new TextReplaced(clock.GetUtcNow(), Text, isAnswer));

    private string Catch(string piece)
    {
        if (_ahead.StartsWith(piece, StringComparison.Ordinal))
        {
            _ahead = _ahead[piece.Length..];
            return "";
        }

        // A model seldom says the same twice: what it says now takes the place of what was left half said.
        _isReplacing = !piece.StartsWith(_ahead, StringComparison.Ordinal);
        var rest = _isReplacing ? piece : piece[_ahead.Length..];
        _ahead = "";
        return rest;
    }
}
