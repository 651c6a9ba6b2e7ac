using System.Text;
using Microsoft.Extensions.AI;
using Middeck.Models.Gateway;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>Puts an answer together from its pieces.</summary>
internal sealed class ModelAnswerBuilder(TimeProvider clock)
{
    private readonly long _startedAt = clock.GetTimestamp();
    private readonly StringBuilder _text = new();
    private readonly List<FunctionCallContent> _calls = [];
    private int _thoughts;
    private TimeSpan? _firstText;
    private UsageDetails? _tokens;
    private CallCost? _cost;
    private string? _finishReason;

    /// <summary>Characters so far, thoughts included.</summary>
    public int Length => _text.Length + _thoughts;

    public void Add(ChatResponseUpdate update)
    {
        foreach (var content in update.Contents)
        {
            switch (content)
            {
                case TextReasoningContent thought:
                    _thoughts += thought.Text.Length;
                    break;
                case TextContent { Text.Length: > 0 } text:
                    _firstText ??= clock.GetElapsedTime(_startedAt);
                    _text.Append(text.Text);
                    break;
                case FunctionCallContent call:
                    _calls.Add(call);
                    break;
                case UsageContent usage:
                    _tokens = usage.Details;
                    _cost = CallCost.Of(usage) ?? _cost;
                    break;
                default:
                    break;
            }
        }

        _finishReason = update.FinishReason?.Value ?? _finishReason;
    }

    public ModelAnswer Build() => new(
        _text.ToString(),
        _calls,
        _finishReason,
        new RunUsage(
            Count(_tokens?.InputTokenCount),
            Count(_tokens?.OutputTokenCount),
            _firstText?.TotalSeconds,
            clock.GetElapsedTime(_startedAt).TotalSeconds,
            _cost?.Total ?? 0,
            _cost?.Currency ?? RunUsage.UnknownCurrency,
            _cost?.InputUnit,
            _cost?.OutputUnit));

    private static int Count(long? tokens) => (int)Math.Min(tokens ?? 0, int.MaxValue);
}
