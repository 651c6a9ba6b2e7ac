using Microsoft.Extensions.AI;
using Middeck.Studio.Answering;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>What a run has come to so far.</summary>
internal sealed class RunProgress(ChatRun run, TimeProvider clock)
{
    private readonly long _startedAt = clock.GetTimestamp();
    private TimeSpan? _firstText;
    private long _promptTokens;
    private long _completionTokens;

    public ChatRun Run { get; } = run;

    /// <summary>The passages that the answer may cite.</summary>
    public IReadOnlyList<Citation> Given { get; set; } = [];

    /// <summary>What text goes through before it is shown; null for nothing.</summary>
    public IOutputGate? Gate { get; set; }

    /// <summary>Whether people wrote the answer beforehand and no model did.</summary>
    public bool IsPreset { get; set; }

    /// <summary>The annotation that the answer is; null when it is none.</summary>
    public AnnotationReply? Annotation { get; set; }

    /// <summary>Tokens that models counted of what they were told.</summary>
    public long PromptTokens => _promptTokens;

    /// <summary>Tokens that models counted of what they wrote.</summary>
    public long CompletionTokens => _completionTokens;

    /// <summary>Whether the model said that it is done, and did not just stop sending.</summary>
    public bool HasFinished { get; private set; }

    /// <summary>Takes in what a model sent, and hands text on to those who watch.</summary>
    public void Take(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
        {
            if (content is TextContent { Text.Length: > 0 } text)
            {
                Write(text.Text);
            }
            else if (content is UsageContent { Details: var usage })
            {
                _promptTokens = usage.InputTokenCount ?? _promptTokens;
                _completionTokens = usage.OutputTokenCount ?? _completionTokens;
            }
        }

        HasFinished |= update.FinishReason is not null;
    }

    /// <summary>Adds text to the answer, through the gate when there is one.</summary>
    public void Write(string text)
    {
        _firstText ??= clock.GetElapsedTime(_startedAt);
        if (Gate is { } gate)
        {
            gate.Take(text);
        }
        else
        {
            Show(text);
        }
    }

    /// <summary>Adds text to the answer, and hands it on to those who watch.</summary>
    public void Show(string text)
    {
        if (Run.Answer.Append(text) is { Length: > 0 } shown)
        {
            Run.Stream.Publish(new RunEvent.Delta(shown));
        }
    }

    /// <summary>Puts another text in the place of the answer until now.</summary>
    public void Replace(string text) => Run.Stream.Publish(new RunEvent.Replaced(Run.Answer.Replace(text)));

    /// <summary>The end, with the time until now.</summary>
    public RunResult ToResult(RunFailure? failure)
    {
        var (status, why) = Run.Reason switch
        {
            CancelReason.Stopped => (MessageStatus.Stopped, null),
            CancelReason.Shutdown => (MessageStatus.Failed, RunFailure.Internal(
                "The platform was shut down before the answer was complete. Please ask again.")),
            CancelReason.Lost => (MessageStatus.Failed, RunFailure.Internal(RunFailure.Deleted)),
            _ => (failure is null ? MessageStatus.Completed : MessageStatus.Failed, failure),
        };
        var usage = new RunUsage(
            (int)Math.Min(_promptTokens, int.MaxValue),
            (int)Math.Min(_completionTokens, int.MaxValue),
            _firstText?.TotalSeconds,
            clock.GetElapsedTime(_startedAt).TotalSeconds);
        return new RunResult(status, Run.Answer.TakeForSaving(), Given, usage, why)
        {
            Annotation = Annotation,
            // People wrote it beforehand, and not as an annotation: a preset answer.
            IsModerated = IsPreset && Annotation is null,
        };
    }
}
