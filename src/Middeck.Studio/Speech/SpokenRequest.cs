namespace Middeck.Studio.Speech;

/// <summary>What is to be read aloud.</summary>
/// <param name="MessageId">The message whose answer is read; null for the text.</param>
/// <param name="Text">Counts only without a message.</param>
/// <param name="Voice">Null for the app's own.</param>
internal sealed record SpokenRequest(Guid? MessageId, string? Text, string? Voice);
