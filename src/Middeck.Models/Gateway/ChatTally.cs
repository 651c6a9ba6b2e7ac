using Microsoft.Extensions.AI;
using Middeck.Models.Providers;
using Middeck.Models.Usage;

namespace Middeck.Models.Gateway;

/// <summary>Adds up one chat call.</summary>
internal sealed class ChatTally(IReadOnlyList<ChatMessage> prompt, string? instructions, ModelPrice? price)
{
    private TokenEstimate _output;
    private UsageDetails? _told;
    private bool _hasBegun;

    /// <summary>Takes in an update; true for the first one that brings a word.</summary>
    public bool Add(ChatResponseUpdate update)
    {
        var bringsWord = false;
        foreach (var content in update.Contents)
        {
            switch (content)
            {
                case UsageContent usage:
                    _told = usage.Details;
                    Attach(usage);
                    break;
                case TextContent { Text: { Length: > 0 } text }:
                    _output.Add(text);
                    bringsWord = true;
                    break;
                case TextReasoningContent { Text: { Length: > 0 } thought }:
                    _output.Add(thought);
                    bringsWord = true;
                    break;
                case FunctionCallContent:
                    bringsWord = true;
                    break;
                default:
                    break;
            }
        }

        var isFirst = bringsWord && !_hasBegun;
        _hasBegun |= bringsWord;
        return isFirst;
    }

    /// <summary>The provider's count, else ours. A call that failed before a word came cost nothing that we know of.</summary>
    public TokenCount Tokens(UsageStatus status)
        => _told is { InputTokenCount: { } input, OutputTokenCount: { } output } ? new TokenCount(input, output, IsEstimated: false)
            : status == UsageStatus.Failed && !_hasBegun ? default
            : new TokenCount(Input(), _output.Tokens, IsEstimated: true);

    /// <summary>Our count as an update, for readers of the stream; null when the provider told its own.</summary>
    public ChatResponseUpdate? Estimate()
    {
        var tokens = Tokens(UsageStatus.Ok);
        if (!tokens.IsEstimated)
        {
            return null;
        }

        var usage = new UsageDetails
        {
            InputTokenCount = tokens.Input,
            OutputTokenCount = tokens.Output,
            TotalTokenCount = tokens.Input + tokens.Output,
        };
        var content = new UsageContent(usage);
        Attach(content);
        return new ChatResponseUpdate(ChatRole.Assistant, [content])
        {
            AdditionalProperties = new() { ["estimated"] = true },
        };
    }

    private void Attach(UsageContent usage)
    {
        if (usage.Details is { InputTokenCount: { } input, OutputTokenCount: { } output })
        {
            Pricing.Of(price, new TokenCount(input, output, IsEstimated: false))?.Attach(usage);
        }
    }

    private long Input() => TokenEstimate.OfMessages(
        string.IsNullOrEmpty(instructions) ? prompt : prompt.Prepend(new ChatMessage(ChatRole.System, instructions)));
}
