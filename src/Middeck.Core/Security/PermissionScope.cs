namespace Middeck.Core.Security;

/// <summary>Where a permission applies.</summary>
public enum PermissionScope
{
    /// <summary>Given by being signed in: one's own account.</summary>
    Account,

    /// <summary>Given by a role in a workspace, or a scope of a management key.</summary>
    Workspace,

    /// <summary>Given to administrators of the installation.</summary>
    Installation,

    /// <summary>Held by an <c>app-</c> or <c>dataset-</c> key: the app APIs.</summary>
    Service,
}
