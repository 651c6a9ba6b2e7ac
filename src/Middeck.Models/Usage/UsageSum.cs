namespace Middeck.Models.Usage;

/// <summary>The usage of one day (UTC), model or app.</summary>
/// <param name="Key"><c>2026-11-20</c>, <c>provider/model</c>, or the app's id; <c>none</c> for calls outside of apps.</param>
/// <param name="Calls">How many calls, failed ones too.</param>
/// <param name="InputTokens">What went in.</param>
/// <param name="OutputTokens">What came out.</param>
/// <param name="Characters">How many were spoken.</param>
/// <param name="AudioSeconds">How long it was that was heard.</param>
/// <param name="Costs">What the calls cost that have a price, by currency; empty when none has one.</param>
/// <param name="UnpricedCalls">How many calls have no price; those of the builtin models cost nothing and are not among them.</param>
/// <param name="Errors">How many calls failed.</param>
/// <param name="AvgTtftMs">Milliseconds to the first word on average; null when no call has one.</param>
public sealed record UsageSum(
    string Key,
    long Calls,
    long InputTokens,
    long OutputTokens,
    long Characters,
    double AudioSeconds,
    IReadOnlyList<UsageCost> Costs,
    long UnpricedCalls,
    long Errors,
    double? AvgTtftMs);
