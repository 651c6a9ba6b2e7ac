namespace Middeck.Studio.Channels.Deliveries;

/// <summary>A delivery in a list.</summary>
/// <param name="Id">The key.</param>
/// <param name="Type">Such as <c>message.completed</c>; <c>message.received</c> for what somebody wrote to a bot.</param>
/// <param name="State">How far it is.</param>
/// <param name="Attempt">How many there were.</param>
/// <param name="NextAttemptAt">When the next one is; null unless it waits.</param>
/// <param name="StatusCode">The HTTP status of the last answer; null when there was none.</param>
/// <param name="Error">Why it failed, or why there was nothing to do.</param>
/// <param name="Duration">Seconds that the last attempt took.</param>
/// <param name="CreatedAt">When it happened.</param>
/// <param name="FinishedAt">When it was over.</param>
internal sealed record Delivery(
    Guid Id,
    string Type,
    DeliveryState State,
    int Attempt,
    DateTimeOffset? NextAttemptAt,
    int? StatusCode,
    string? Error,
    double? Duration,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt)
{
    public static Delivery From(DeliveryRow row) => new(
        row.Id, row.Type, row.State, row.Attempt, row.State == DeliveryState.Waiting ? row.DueAt : null, row.StatusCode,
        row.Error, row.Duration, row.CreatedAt, row.FinishedAt);
}
