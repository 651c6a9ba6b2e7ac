using Middeck.Studio.Conversations;

namespace Middeck.Studio.Files;

/// <summary>Who gives a file, and to which app.</summary>
internal readonly record struct FileOwner(Guid WorkspaceId, Guid AppId, Person Person);
