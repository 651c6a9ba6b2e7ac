using Middeck.Studio.Files;

namespace Middeck.Studio.Sites.Talk;

/// <summary>A tool has made a file, such as a chart, that belongs to the answer.</summary>
internal sealed record SiteMadeFile(string Event, Guid TaskId, Guid MessageId, Guid ConversationId, AppFile File);
