using Middeck.Studio.Chat;

namespace Middeck.Studio.Memory;

/// <summary>A turn with its message.</summary>
internal sealed record SummaryTurn(Guid MessageId, ChatTurn Turn);
