using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>What the nodes of a run said of the models that they asked and the passages that they found.</summary>
internal sealed class RunTally
{
    private readonly Lock _lock = new();
    private readonly List<Segment> _passages = [];

    /// <summary>Tokens that models were told.</summary>
    public long PromptTokens { get; private set; }

    /// <summary>Tokens that models wrote.</summary>
    public long CompletionTokens { get; private set; }

    /// <summary>What the models cost.</summary>
    public decimal Price { get; private set; }

    /// <summary>Of the price; empty where no price is known.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>The passages, as Dify's <c>retriever_resources</c> have them, in the order in which they were found.</summary>
    public IReadOnlyList<Segment> Passages
    {
        get
        {
            lock (_lock)
            {
                return [.. _passages];
            }
        }
    }

    /// <summary>Takes in a node that ended.</summary>
    public void Add(NodeResult result)
    {
        lock (_lock)
        {
            var prompt = Tokens(result, "prompt_tokens");
            PromptTokens += prompt;
            CompletionTokens += Math.Max(0, result.Usage.TotalTokens - prompt);
            Price += result.Usage.TotalPrice;
            Currency = Currency.Length > 0 ? Currency : result.Usage.Currency;
            if (result.Metadata.GetValueOrDefault("retriever_resources") is { IsArray: true } passages)
            {
                _passages.AddRange(passages.Items);
            }
        }
    }

    // Nodes that ask models show the model's count.
    private static long Tokens(NodeResult result, string name)
        => (result.Outputs.GetValueOrDefault("usage") ?? result.ProcessData.GetValueOrDefault("usage")) is { Type: SegmentType.Object } usage
            && usage.Fields.GetValueOrDefault(name) is { Type: SegmentType.Integer } tokens
                ? tokens.Integer
                : 0;
}
