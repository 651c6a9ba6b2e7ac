using Middeck.Core.Errors;
using Middeck.Core.Security;

namespace Middeck.Identity.Roles;

/// <summary>Nobody gives, changes or takes a role above the own one.</summary>
internal static class Rank
{
    /// <exception cref="FaultException"><c>members.role_above_own</c>.</exception>
    public static void EnsureReaches(Caller caller, string role)
    {
        // A key acts at most as an administrator: owners are made by owners.
        var own = RoleCatalogue.Get(caller.Role ?? RoleCatalogue.Admin).Rank;
        if (RoleCatalogue.Get(role).Rank > own)
        {
            throw new FaultException(new Fault(
                FaultKind.Forbidden, "members.role_above_own", $"The role '{role}' is above yours. Ask an owner.", "role"));
        }
    }
}
