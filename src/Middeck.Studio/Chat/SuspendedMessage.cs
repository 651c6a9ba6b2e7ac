using System.Text.Json;

namespace Middeck.Studio.Chat;

/// <summary>A message whose graph goes on.</summary>
internal sealed record SuspendedMessage(
    Guid ConversationId, Guid? ParentId, string Query, JsonElement Inputs, DateTimeOffset CreatedAt, string Source);
