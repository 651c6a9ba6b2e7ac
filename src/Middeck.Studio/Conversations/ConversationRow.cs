using System.Text.Json;

namespace Middeck.Studio.Conversations;

internal sealed record ConversationRow(
    Guid Id,
    Guid AppId,
    string AppName,
    string? AppIcon,
    string Name,
    JsonElement Inputs,
    string? Introduction,
    int MessageCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
