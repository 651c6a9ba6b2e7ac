using Middeck.Core;

namespace Middeck.Studio.Chat;

/// <summary>Tokens, prices and times in Dify's shape. Prices are decimal strings; 0 where no price is known.</summary>
internal sealed record AnswerUsage(
    int PromptTokens,
    string PromptUnitPrice,
    string PromptPriceUnit,
    string PromptPrice,
    int CompletionTokens,
    string CompletionUnitPrice,
    string CompletionPriceUnit,
    string CompletionPrice,
    int TotalTokens,
    string TotalPrice,
    string Currency,
    double Latency,
    double? TimeToFirstToken)
{
    private const int Million = 1_000_000;

    // What is paid is tokens times price times this: Dify names prices of a thousand tokens.
    private const string Unit = "0.001";
    private const int Thousand = 1_000;

    public static AnswerUsage Of(RunUsage usage) => new(
        usage.PromptTokens, Money.Text((usage.PromptUnitPrice ?? 0) / Thousand), Unit,
        Price(usage.PromptTokens, usage.PromptUnitPrice),
        usage.CompletionTokens, Money.Text((usage.CompletionUnitPrice ?? 0) / Thousand), Unit,
        Price(usage.CompletionTokens, usage.CompletionUnitPrice),
        usage.PromptTokens + usage.CompletionTokens,
        Money.Text(usage.TotalPrice), usage.Currency,
        Math.Round(usage.Duration, 3),
        usage.TimeToFirstToken is { } first ? Math.Round(first, 3) : null);

    private static string Price(int tokens, decimal? ofMillion) => Money.Text(tokens * (ofMillion ?? 0) / Million);
}
