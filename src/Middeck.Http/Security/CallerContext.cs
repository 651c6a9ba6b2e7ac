using Middeck.Core.Errors;
using Middeck.Core.Security;

namespace Middeck.Http.Security;

/// <summary>The caller of the present request; endpoints take it as a parameter. Authentication fills it in.</summary>
public sealed class CallerContext
{
    /// <summary>Who calls.</summary>
    public Caller Caller { get; set; } = Caller.Anonymous;

    /// <summary>The workspace the call works in. Endpoints with a workspace permission always have one.</summary>
    public Guid WorkspaceId => Caller.WorkspaceId != Guid.Empty
        ? Caller.WorkspaceId
        : throw new FaultException(Fault.NotFound("workspaces.not_found", "The workspace does not exist or you are not a member of it."));

    /// <summary>The person who calls; only people may call the endpoint that asks.</summary>
    public Guid UserId => Caller.UserId
        ?? throw new FaultException(Fault.Forbidden(Permissions.Account.Self));
}
