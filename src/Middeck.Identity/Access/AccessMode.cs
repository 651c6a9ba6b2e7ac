namespace Middeck.Identity.Access;

/// <summary>To whom a resource is open.</summary>
public enum AccessMode
{
    /// <summary>Everybody in the workspace, within the role.</summary>
    Workspace,

    /// <summary>The listed people, owners and administrators.</summary>
    Listed,
}
