using Middeck.Studio.Conversations;

namespace Middeck.Studio.Insight;

/// <summary>What messages come to: of half an hour, of a day, of a model.</summary>
internal sealed class SlotSum
{
    public long Messages { get; set; }

    public long Conversations { get; set; }

    public long Errors { get; set; }

    public long Likes { get; set; }

    public long Dislikes { get; set; }

    public long PromptTokens { get; set; }

    public long CompletionTokens { get; set; }

    /// <summary>By currency.</summary>
    public SortedDictionary<string, decimal> Prices { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts by <see cref="TimeSteps"/>.</summary>
    public long[] Duration { get; } = new long[TimeSteps.Count];

    public long[] FirstToken { get; } = new long[TimeSteps.Count];

    public void Add(MessageChange change)
    {
        Likes += change.Likes;
        Dislikes += change.Dislikes;
        if (!change.Ended)
        {
            return;
        }

        Messages++;
        Conversations += change.Begins ? 1 : 0;
        Errors += change.Status == MessageStatus.Failed ? 1 : 0;
        PromptTokens += change.PromptTokens;
        CompletionTokens += change.CompletionTokens;
        AddPrice(change.Currency, change.TotalPrice);
        if (change.Duration is { } duration)
        {
            Duration[TimeSteps.Of(duration)]++;
        }

        if (change.FirstToken is { } first)
        {
            FirstToken[TimeSteps.Of(first)]++;
        }
    }

    public void Add(SlotSum other)
    {
        Messages += other.Messages;
        Conversations += other.Conversations;
        Errors += other.Errors;
        Likes += other.Likes;
        Dislikes += other.Dislikes;
        PromptTokens += other.PromptTokens;
        CompletionTokens += other.CompletionTokens;
        foreach (var (currency, price) in other.Prices)
        {
            AddPrice(currency, price);
        }

        for (var step = 0; step < TimeSteps.Count; step++)
        {
            Duration[step] += other.Duration[step];
            FirstToken[step] += other.FirstToken[step];
        }
    }

    public void AddPrice(string currency, decimal price)
        => Prices[currency] = Prices.GetValueOrDefault(currency) + price;
}
