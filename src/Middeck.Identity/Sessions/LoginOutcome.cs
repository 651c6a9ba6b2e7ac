using Middeck.Identity.Users;

namespace Middeck.Identity.Sessions;

/// <summary>What became of a login. Closed: nothing outside this file can add a case.</summary>
internal abstract record LoginOutcome
{
    private LoginOutcome()
    {
    }

    public sealed record Succeeded(UserRow User) : LoginOutcome;

    /// <summary>The person is null when nobody has the address; the answer must not tell.</summary>
    public sealed record WrongCredentials(UserRow? User) : LoginOutcome;

    public sealed record Locked(DateTimeOffset Until) : LoginOutcome;

    public sealed record Suspended(UserRow User) : LoginOutcome;
}
