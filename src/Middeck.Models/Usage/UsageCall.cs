using Middeck.Models.Gateway;

namespace Middeck.Models.Usage;

/// <summary>One call of a model, as it is kept and shown.</summary>
/// <param name="Id">UUIDv7 of the time the call began.</param>
/// <param name="At">When it began.</param>
/// <param name="Provider">The provider's name at the time.</param>
/// <param name="Model">The model's name with the provider.</param>
/// <param name="Type">What the model does.</param>
/// <param name="Source"><c>app</c>, <c>knowledge</c>, <c>console</c> or <c>api</c>.</param>
/// <param name="AppId">The app that called.</param>
/// <param name="UserId">The person in the console.</param>
/// <param name="KeyId">The key that was shown.</param>
/// <param name="EndUser">The app's own name for its user.</param>
/// <param name="RunId">The run, message or job that the call belongs to.</param>
/// <param name="InputTokens">What went in.</param>
/// <param name="OutputTokens">What came out.</param>
/// <param name="Characters">How many were spoken.</param>
/// <param name="AudioSeconds">How long it was that was heard; 0 when the provider does not say.</param>
/// <param name="Cost">By the price at the time; null where none was known.</param>
/// <param name="Estimated">Whether the tokens are our own count.</param>
/// <param name="TtftMs">Milliseconds to the first word; null when none came or none is expected.</param>
/// <param name="DurationMs">Milliseconds to the end.</param>
/// <param name="Status">How it ended.</param>
/// <param name="ErrorCode">Why it failed.</param>
public sealed record UsageCall(
    Guid Id,
    DateTimeOffset At,
    string Provider,
    string Model,
    ModelType Type,
    string Source,
    Guid? AppId,
    Guid? UserId,
    Guid? KeyId,
    string? EndUser,
    Guid? RunId,
    long InputTokens,
    long OutputTokens,
    long Characters,
    double AudioSeconds,
    UsageCost? Cost,
    bool Estimated,
    int? TtftMs,
    int DurationMs,
    UsageStatus Status,
    string? ErrorCode);
