namespace Middeck.Studio.Logs;

/// <summary>What somebody who looks after an app thinks of an answer.</summary>
/// <param name="Rating"><c>like</c> or <c>dislike</c>.</param>
/// <param name="Content">In the person's own words; null for none.</param>
/// <param name="UserId">The person; null for a program.</param>
/// <param name="Name">What the person is called; null for one who is gone.</param>
/// <param name="UpdatedAt">When it was said.</param>
internal sealed record OperatorFeedback(string Rating, string? Content, Guid? UserId, string? Name, DateTimeOffset UpdatedAt);
