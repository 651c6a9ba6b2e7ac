namespace Middeck.Studio.Logs;

/// <summary>How far an export has come among the messages of some conversations.</summary>
internal readonly record struct ExportPlace(Guid ConversationId, Guid MessageId);
