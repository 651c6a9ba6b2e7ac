namespace Middeck.Models.Usage;

/// <summary>The usage of one day (UTC), model or app.</summary>
/// <param name="Key"><c>2026-11-20</c>, <c>provider/model</c>, or the app's id; <c>none</c> for calls outside of apps.</param>
/// <param name="Calls">How many calls, failed ones too.</param>
/// <param name="InputTokens">What went in.</param>
/// <param name="OutputTokens">What came out.</param>
/// <param name="Errors">How many calls failed.</param>
/// <param name="AvgTtftMs">Milliseconds to the first word on average; null when no call has one.</param>
public sealed record UsageSum(
    string Key, long Calls, long InputTokens, long OutputTokens, long Errors, double? AvgTtftMs);
