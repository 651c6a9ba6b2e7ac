using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

internal sealed record MessageStartEvent(
    string Event,
    Guid TaskId,
    Guid MessageId,
    Guid ConversationId,
    Guid? ParentId,
    IReadOnlyList<Citation> Citations);
