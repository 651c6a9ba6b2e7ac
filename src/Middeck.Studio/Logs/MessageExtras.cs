namespace Middeck.Studio.Logs;

/// <summary>What is kept about a message beside it.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Comment">What its reader said with a rating; null for nothing.</param>
/// <param name="AnnotationId">The annotation that was made from it; null for none.</param>
/// <param name="Operator">What an operator thinks of it, without the name; null for nothing.</param>
internal sealed record MessageExtras(Guid MessageId, string? Comment, Guid? AnnotationId, OperatorFeedback? Operator);
