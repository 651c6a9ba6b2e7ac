using System.Text.Json;

namespace Middeck.Studio.Conversations;

/// <summary>What was asked, to be asked again.</summary>
/// <param name="ConversationId">Where.</param>
/// <param name="ParentId">The message before it; null for the first.</param>
/// <param name="Query">The question.</param>
/// <param name="Inputs">What was filled in.</param>
/// <param name="IsDraft">Whether a draft was tried out.</param>
internal sealed record AskedMessage(Guid ConversationId, Guid? ParentId, string Query, JsonElement Inputs, bool IsDraft);
