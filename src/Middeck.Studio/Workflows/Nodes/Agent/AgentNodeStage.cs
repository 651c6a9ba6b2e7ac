using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Models.Gateway;
using Middeck.Studio.Agents;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Agent;

/// <summary>A node of a workflow: what the agent writes is the output <c>text</c>, as it comes.</summary>
internal sealed class AgentNodeStage : IAgentStage, IDisposable
{
    private readonly StringBuilder _text = new();
    private readonly NodeContext _context;
    private readonly AgentNodeSettings _settings;
    private readonly TimeSpan _patience;
    private readonly CancellationTokenSource _silence;
    private readonly CancellationTokenSource _either;
    private long _promptTokens;
    private long _completionTokens;
    private CallCost? _cost;

    public AgentNodeStage(NodeContext context, AgentNodeSettings settings, TimeSpan patience, CancellationToken cancellationToken)
    {
        (_context, _settings, _patience) = (context, settings, patience);
        _silence = new CancellationTokenSource(Timeout.InfiniteTimeSpan, context.Clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _silence.Token);
    }

    public JsonElement? CompletionParams => _settings.CompletionParams;

    public string Query => _settings.Query;

    public bool HasText => _text.Length > 0;

    public CancellationToken Token => _either.Token;

    /// <summary>Whether the model was silent for too long.</summary>
    public bool IsSilent => _silence.IsCancellationRequested;

    /// <summary>All that was written.</summary>
    public string Text => _text.ToString();

    public NodeUsage Usage => new(_promptTokens + _completionTokens, _cost?.Total ?? 0, _cost?.Currency ?? "");

    /// <summary>The same for later nodes.</summary>
    public Segment UsageValue => Segment.Of(new OrderedDictionary<string, Segment>
    {
        ["prompt_tokens"] = Segment.Of(_promptTokens),
        ["completion_tokens"] = Segment.Of(_completionTokens),
        ["total_tokens"] = Segment.Of(_promptTokens + _completionTokens),
        ["total_price"] = Segment.Of((_cost?.Total ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ["currency"] = Segment.Of(_cost?.Currency ?? ""),
    });

    public void Write(string text)
    {
        _text.Append(text);
        _context.Stream("text", text);
    }

    public void Hear(ChatResponseUpdate update)
    {
        BeginToListen();
        foreach (var usage in update.Contents.OfType<UsageContent>())
        {
            _promptTokens += usage.Details.InputTokenCount ?? 0;
            _completionTokens += usage.Details.OutputTokenCount ?? 0;
            // Money of two currencies has no sum: the first one counts here.
            if (CallCost.Of(usage) is { } cost && (_cost is null || _cost.Currency == cost.Currency))
            {
                _cost = cost with { Total = cost.Total + (_cost?.Total ?? 0) };
            }
        }
    }

    public void BeginToListen() => _silence.CancelAfter(_patience);

    /// <summary>Tools are called: no model is listened to.</summary>
    public void PauseListening() => _silence.CancelAfter(Timeout.InfiniteTimeSpan);

    public void Dispose()
    {
        _either.Dispose();
        _silence.Dispose();
    }
}
