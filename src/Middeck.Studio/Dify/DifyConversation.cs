using System.Text.Json;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Dify;

/// <summary>A conversation as Dify lists it.</summary>
internal sealed record DifyConversation(
    Guid Id,
    string Name,
    JsonElement Inputs,
    string Status,
    string Introduction,
    long CreatedAt,
    long UpdatedAt)
{
    public static DifyConversation Of(ConversationRow row) => new(
        row.Id, row.Name, row.Inputs, "normal", row.Introduction ?? "", row.CreatedAt.ToUnixTimeSeconds(),
        row.UpdatedAt.ToUnixTimeSeconds());
}
