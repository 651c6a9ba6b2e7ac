using System.Globalization;

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
    private const string Unit = "0.001";
    private const string None = "0";

    public static AnswerUsage Of(RunUsage usage) => new(
        usage.PromptTokens, None, Unit, None,
        usage.CompletionTokens, None, Unit, None,
        usage.PromptTokens + usage.CompletionTokens,
        usage.TotalPrice.ToString(CultureInfo.InvariantCulture), usage.Currency,
        Math.Round(usage.Duration, 3),
        usage.TimeToFirstToken is { } first ? Math.Round(first, 3) : null);
}
