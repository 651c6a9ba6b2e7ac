using System.Text.Json;

namespace Middeck.Studio.Chat;

/// <summary>What a new question of an existing conversation needs to know.</summary>
/// <param name="Inputs">What was filled in when it began.</param>
/// <param name="ParentId">The message that the question follows; null for none.</param>
/// <param name="History">The latest turns before the question, oldest first.</param>
internal sealed record ConversationState(JsonElement Inputs, Guid? ParentId, IReadOnlyList<ChatTurn> History);
