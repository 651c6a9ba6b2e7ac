using Middeck.Studio.Conversations;

namespace Middeck.Studio.Sites.Batches;

/// <summary>What is left of a batch.</summary>
internal sealed record BatchWork(Guid Id, Guid WorkspaceId, Guid AppId, Person Person, string? EndUser, IReadOnlyList<string> Columns);
