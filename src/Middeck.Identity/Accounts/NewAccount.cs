namespace Middeck.Identity.Accounts;

/// <summary>An account to make.</summary>
/// <param name="Email">Their address.</param>
public sealed record NewAccount(string Email)
{
    /// <summary>What they are called; null: what stands before the @.</summary>
    public string? Name { get; init; }

    /// <summary>Their password; null: one is generated, and they have to change it.</summary>
    public string? Password { get; init; }

    /// <summary>Whether they administer the installation.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>The workspace that they become a member of, by id or name; null: the first one.</summary>
    public string? Workspace { get; init; }

    /// <summary>Their role there.</summary>
    public string Role { get; init; } = "editor";
}
