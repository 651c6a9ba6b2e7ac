namespace Middeck.Studio.Memory;

/// <summary>What was said in a conversation before the turns that a model is shown.</summary>
/// <param name="Text">In short.</param>
/// <param name="Through">The last message that is in it.</param>
internal sealed record ConversationSummary(string Text, Guid Through);
