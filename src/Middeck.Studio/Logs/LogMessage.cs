using Middeck.Studio.Conversations;

namespace Middeck.Studio.Logs;

/// <summary>A question and its answer in an app's log.</summary>
/// <param name="Message">As its reader saw it.</param>
/// <param name="ErrorCode">In the words of Dify's codes; null when it did not fail.</param>
/// <param name="Comment">What the reader said with a rating; null for nothing.</param>
/// <param name="AnnotationId">The annotation that was made from it; null for none.</param>
/// <param name="OperatorFeedback">What somebody who looks after the app thinks of it; null for nothing.</param>
internal sealed record LogMessage(
    Message Message, string? ErrorCode, string? Comment, Guid? AnnotationId, OperatorFeedback? OperatorFeedback);
