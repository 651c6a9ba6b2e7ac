using Middeck.Core.Errors;
using Middeck.Identity.Users;

namespace Middeck.Identity.Passwords;

/// <summary>What became of a new password. Closed: nothing outside this file can add a case.</summary>
internal abstract record PasswordOutcome
{
    private PasswordOutcome()
    {
    }

    public sealed record Changed(UserRow User) : PasswordOutcome;

    public sealed record Refused(Fault Fault) : PasswordOutcome;

    public sealed record Locked(DateTimeOffset Until) : PasswordOutcome;
}
