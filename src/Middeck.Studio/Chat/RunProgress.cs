using Microsoft.Extensions.AI;
using Middeck.Models.Gateway;
using Middeck.Studio.Answering;
using Middeck.Studio.Conversations;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Chat;

/// <summary>What a run has come to so far.</summary>
internal sealed class RunProgress(ChatRun run, TimeProvider clock)
{
    private readonly long _startedAt = clock.GetTimestamp();
    private TimeSpan? _firstText;
    // Of the calls that are over.
    private long _promptTokens;
    private long _completionTokens;
    private CallCost? _cost;

    public ChatRun Run { get; } = run;

    /// <summary>The passages that the answer may cite.</summary>
    public IReadOnlyList<Citation> Given { get; set; } = [];

    /// <summary>What text goes through before it is shown; null for nothing.</summary>
    public IOutputGate? Gate { get; set; }

    /// <summary>All passages that were found, also where the answer is not to name them.</summary>
    public IReadOnlyList<Citation> Found { get; set; } = [];

    /// <summary>Whether people wrote the answer beforehand and no model did.</summary>
    public bool IsPreset { get; set; }

    /// <summary>The annotation that the answer is; null when it is none.</summary>
    public AnnotationReply? Annotation { get; set; }

    /// <summary>Tokens that models counted of what they were told.</summary>
    public long PromptTokens => _promptTokens + CallPromptTokens;

    /// <summary>Tokens that models counted of what they wrote.</summary>
    public long CompletionTokens => _completionTokens + CallCompletionTokens;

    /// <summary>What the latest call of a model was told, in its tokens.</summary>
    public long CallPromptTokens { get; private set; }

    /// <summary>What the latest call of a model wrote, in its tokens.</summary>
    public long CallCompletionTokens { get; private set; }

    /// <summary>Whether any text was written.</summary>
    public bool HasText => _firstText is not null;

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
        }

        Count(update);
    }

    /// <summary>Takes in what a model told of its tokens and its end.</summary>
    public void Count(ChatResponseUpdate update)
    {
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            Pay(CallCost.Of(usage));
            CallPromptTokens = usage.Details.InputTokenCount ?? CallPromptTokens;
            CallCompletionTokens = usage.Details.OutputTokenCount ?? CallCompletionTokens;
        }

        HasFinished |= update.FinishReason is not null;
    }

    /// <summary>A model is asked once more: what it counts is added to what was counted before.</summary>
    public void BeginCall()
    {
        (_promptTokens, _completionTokens) = (PromptTokens, CompletionTokens);
        (CallPromptTokens, CallCompletionTokens) = (0, 0);
        HasFinished = false;
    }

    /// <summary>Takes in what the nodes of a graph used, once they are done.</summary>
    public void Spend(RunTally tally)
    {
        (_promptTokens, _completionTokens) = (tally.PromptTokens, tally.CompletionTokens);
        Pay(tally.Currency.Length > 0 ? new CallCost(tally.Price, tally.Currency, InputUnit: 0, OutputUnit: 0) : null);
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
            (int)Math.Min(PromptTokens, int.MaxValue),
            (int)Math.Min(CompletionTokens, int.MaxValue),
            _firstText?.TotalSeconds,
            clock.GetElapsedTime(_startedAt).TotalSeconds,
            _cost?.Total ?? 0,
            _cost?.Currency ?? RunUsage.UnknownCurrency,
            _cost?.InputUnit,
            _cost?.OutputUnit);
        return new RunResult(status, Run.Answer.TakeForSaving(), Given, usage, why)
        {
            Annotation = Annotation,
            // People wrote it beforehand, and not as an annotation: a preset answer.
            IsModerated = IsPreset && Annotation is null,
        };
    }

    // Money of two currencies has no sum: the first one counts here, and the usage rows have the rest.
    private void Pay(CallCost? cost)
    {
        if (cost is not null && (_cost is null || _cost.Currency == cost.Currency))
        {
            _cost = cost with { Total = cost.Total + (_cost?.Total ?? 0) };
        }
    }
}
