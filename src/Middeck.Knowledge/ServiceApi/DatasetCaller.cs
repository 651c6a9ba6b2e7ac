using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.ServiceApi;

/// <summary>Who calls the knowledge part of Dify's Service API: the workspace of the key, on behalf of the person who made it.</summary>
internal sealed class DatasetCaller(CallerContext context)
{
    public Guid WorkspaceId => context.WorkspaceId;

    /// <summary>What the key makes is its maker's; what it may touch is everything in its workspace.</summary>
    public Caller Caller => context.Caller.KeyCreatorId is { } person ? context.Caller with { UserId = person } : context.Caller;

    /// <summary>The person alone, who sees what is open to the workspace or to them by name. Null when nobody is known.</summary>
    public Caller? Person => Caller is { UserId: { } person }
        ? new Caller { Kind = CallerKind.User, WorkspaceId = WorkspaceId, UserId = person }
        : null;
}
