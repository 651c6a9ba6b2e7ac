using System.Text;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Moderation;

/// <summary>
/// Shows text when it was judged, 300 characters at a time and at the end. The model goes on writing meanwhile. A text that is
/// not allowed is never shown: the preset answer takes the place of all that was, and the model is stopped.
/// </summary>
internal sealed class ModerationGate(Turn turn, ModerationSettings settings, Moderator moderator) : IOutputGate
{
    private const int Size = 300;

    private readonly Lock _lock = new();
    private readonly StringBuilder _held = new();
    private readonly StringBuilder _passed = new();
    private Task _work = Task.CompletedTask;
    private bool _isBusy;
    private bool _isClosed;

    public void Take(string text)
    {
        lock (_lock)
        {
            if (_isClosed)
            {
                return;
            }

            _held.Append(text);
            if (_isBusy || _held.Length < Size)
            {
                return;
            }

            _isBusy = true;
        }

        _work = WorkAsync(turn.Run.Cancelled);
    }

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await _work.WaitAsync(cancellationToken);
        if (TakeHeld(least: 1) is { } rest)
        {
            await JudgeAsync(rest, cancellationToken);
        }
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (TakeHeld(Size) is { } piece)
        {
            await JudgeAsync(piece, cancellationToken);
        }
    }

    private string? TakeHeld(int least)
    {
        lock (_lock)
        {
            if (_isClosed || _held.Length < least)
            {
                _isBusy = false;
                return null;
            }

            var text = _held.ToString();
            _held.Clear();
            return text;
        }
    }

    private async Task JudgeAsync(string piece, CancellationToken cancellationToken)
    {
        var text = new ModeratedText(isInput: false, _passed, piece);
        switch (await moderator.JudgeAsync(turn, settings, text, cancellationToken))
        {
            case Verdict.Flagged flagged:
                Close(flagged.Answer ?? (settings.Outputs.Preset.Length > 0
                    ? settings.Outputs.Preset
                    : ModerationWords.NotAllowed(turn.Query)));
                break;
            case Verdict.Overridden { Text: { } other }:
                _passed.Clear().Append(other);
                turn.Progress.Replace(other);
                break;
            default:
                _passed.Append(piece);
                turn.Progress.Show(piece);
                break;
        }
    }

    private void Close(string answer)
    {
        lock (_lock)
        {
            _isClosed = true;
            _held.Clear();
        }

        // Passages that a forbidden answer was made from are no sources of the preset one.
        turn.Progress.Given = [];
        turn.Progress.IsPreset = true;
        turn.Progress.Replace(answer);
        turn.Run.Cancel(CancelReason.Replaced);
    }
}
