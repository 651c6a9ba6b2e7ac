namespace Middeck.Studio.Chat;

/// <summary>What a run used.</summary>
/// <param name="PromptTokens">As the model counted; 0 when it did not.</param>
/// <param name="CompletionTokens">As the model counted; 0 when it did not.</param>
/// <param name="TimeToFirstToken">Seconds from the question to the first text; null when there was none.</param>
/// <param name="Duration">Seconds from the question to the end.</param>
/// <param name="TotalPrice">What the models cost; 0 where no price is known.</param>
/// <param name="Currency">Of the price.</param>
/// <param name="PromptUnitPrice">Of a million tokens that the model is told; null where no price is known.</param>
/// <param name="CompletionUnitPrice">Of a million tokens that it writes; null where no price is known.</param>
internal sealed record RunUsage(
    int PromptTokens,
    int CompletionTokens,
    double? TimeToFirstToken,
    double Duration,
    decimal TotalPrice = 0,
    string Currency = RunUsage.UnknownCurrency,
    decimal? PromptUnitPrice = null,
    decimal? CompletionUnitPrice = null)
{
    /// <summary>What stands where no price is known, as in Dify.</summary>
    public const string UnknownCurrency = "USD";

    /// <summary>One call after the other. Money of two currencies has no sum: that of the first one counts.</summary>
    public static RunUsage operator +(RunUsage one, RunUsage other)
    {
        var sameMoney = one.Currency == other.Currency || one.TotalPrice == 0;
        return new RunUsage(
            one.PromptTokens + other.PromptTokens,
            one.CompletionTokens + other.CompletionTokens,
            one.TimeToFirstToken ?? (one.Duration + other.TimeToFirstToken),
            one.Duration + other.Duration,
            one.TotalPrice + (sameMoney ? other.TotalPrice : 0),
            one.TotalPrice == 0 ? other.Currency : one.Currency,
            one.PromptUnitPrice ?? other.PromptUnitPrice,
            one.CompletionUnitPrice ?? other.CompletionUnitPrice);
    }
}
