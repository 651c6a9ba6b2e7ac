using System.Text.Json;

namespace Middeck.Studio.Chat;

/// <summary>What a new question of an existing conversation needs to know.</summary>
/// <param name="Inputs">What was filled in when it began.</param>
/// <param name="History">The latest turns, oldest first.</param>
internal sealed record ConversationState(JsonElement Inputs, IReadOnlyList<ChatTurn> History);
