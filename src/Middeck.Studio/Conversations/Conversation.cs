namespace Middeck.Studio.Conversations;

/// <summary>A conversation in a list of the console.</summary>
internal sealed record Conversation(
    Guid Id,
    string Name,
    int MessageCount,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    ConversationApp App)
{
    public static Conversation From(ConversationRow row) => new(
        row.Id, row.Name, row.MessageCount, row.CreatedAt, row.UpdatedAt,
        new ConversationApp(row.AppId, row.AppName, row.AppIcon));
}
