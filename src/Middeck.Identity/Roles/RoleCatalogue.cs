using System.Collections.Frozen;
using Middeck.Core.Security;

namespace Middeck.Identity.Roles;

/// <summary>The six roles and what each may do. A role's place in the list is its rank: nobody gives a role above the own one.</summary>
internal static class RoleCatalogue
{
    public const string Owner = "owner";
    public const string Admin = "admin";

    private static readonly string[] Viewing =
    [
        Permissions.Workspaces.Read,
        Permissions.Members.Read,
        Permissions.Apps.Read,
        Permissions.Apps.Use,
        Permissions.Knowledge.Read,
        Permissions.Knowledge.Retrieve,
        Permissions.Models.Read,
    ];

    private static readonly string[] Feeding =
    [
        Permissions.Workspaces.Read,
        Permissions.Members.Read,
        Permissions.Knowledge.Read,
        Permissions.Knowledge.Create,
        Permissions.Knowledge.Update,
        Permissions.Knowledge.Delete,
        Permissions.Knowledge.Retrieve,
        Permissions.Models.Read,
        Permissions.Jobs.Read,
        Permissions.Jobs.Cancel,
    ];

    private static readonly string[] Operating =
    [
        .. Viewing,
        Permissions.Apps.Logs,
        Permissions.Models.Manage,
        Permissions.Models.Invoke,
        Permissions.Models.Usage,
        Permissions.Jobs.Read,
        Permissions.Jobs.Cancel,
        Permissions.Errors.Read,
        Permissions.Audit.Read,
    ];

    private static readonly string[] Building =
    [
        .. Viewing,
        .. Feeding,
        Permissions.Apps.Create,
        Permissions.Apps.Update,
        Permissions.Apps.Delete,
        Permissions.Apps.Publish,
        Permissions.Apps.Keys,
        Permissions.Apps.Logs,
        Permissions.Knowledge.Keys,
        Permissions.Models.Invoke,
        Permissions.Access.Grant,
    ];

    private static readonly string[] Everything =
    [
        .. Permissions.All.Values
            .Where(permission => permission.Scope == PermissionScope.Workspace)
            .Select(permission => permission.Name),
    ];

    /// <summary>From the highest rank to the lowest.</summary>
    public static IReadOnlyList<Role> All { get; } =
    [
        Of(Owner, 5, Everything),
        Of(Admin, 4, Everything.Where(name => name != Permissions.Workspaces.Delete)),
        Of("editor", 3, Building),
        Of("operator", 2, Operating),
        Of("dataset_operator", 2, Feeding),
        Of("viewer", 1, Viewing),
    ];

    private static readonly FrozenDictionary<string, Role> ByName = All.ToFrozenDictionary(role => role.Name);

    /// <summary>The role of that name; null when there is none.</summary>
    public static Role? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>A role that is stored in the database, where only known names can be.</summary>
    public static Role Get(string name) => ByName[name];

    private static Role Of(string name, int rank, IEnumerable<string> permissions)
        => new(name, rank, permissions.ToFrozenSet(StringComparer.Ordinal));
}
