namespace Middeck.Core.Security;

/// <summary>Who calls, in which workspace, and what they may do there.</summary>
public sealed record Caller
{
    /// <summary>The caller before authentication, and of anonymous endpoints.</summary>
    public static Caller Anonymous { get; } = new();

    /// <summary>What kind of credential was shown.</summary>
    public CallerKind Kind { get; init; }

    /// <summary>The person; null for keys.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The session of the access token; null for keys.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The workspace the call works in; <see cref="Guid.Empty"/> for installation-wide and anonymous calls.</summary>
    public Guid WorkspaceId { get; init; }

    /// <summary>The key that was shown; null for people.</summary>
    public Guid? KeyId { get; init; }

    /// <summary>The person who made the key; null for people, and for keys of whoever has been removed.</summary>
    public Guid? KeyCreatorId { get; init; }

    /// <summary>The app that an <c>app-</c> key belongs to.</summary>
    public Guid? AppId { get; init; }

    /// <summary>E-mail of the person or name of the key, for audit.</summary>
    public string Name { get; init; } = "";

    /// <summary>The role's name in the workspace, such as <c>editor</c>; null for keys.</summary>
    public string? Role { get; init; }

    /// <summary>Whether the person may use installation permissions.</summary>
    public bool IsInstallationAdmin { get; init; }

    /// <summary>Names of the permissions that hold in <see cref="WorkspaceId"/>.</summary>
    public IReadOnlySet<string> Permissions { get; init; } = new HashSet<string>();

    /// <summary>Whether the permission holds.</summary>
    public bool Has(string permission) => Permissions.Contains(permission);
}
