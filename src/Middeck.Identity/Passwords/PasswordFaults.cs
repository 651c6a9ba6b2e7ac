using Middeck.Core.Errors;

namespace Middeck.Identity.Passwords;

/// <summary>The refusals that have to do with passwords.</summary>
internal static class PasswordFaults
{
    public static Fault Policy(IReadOnlyList<string> failedRules, string field) => new(
        FaultKind.Invalid,
        "auth.password_policy",
        $"The password needs at least {PasswordPolicy.MinLength} characters with a letter and a digit; it must not be the old "
        + "one, commonly used, or contain the name of the e-mail address.",
        field,
        new Dictionary<string, object?> { ["failed_rules"] = failedRules });

    public static Fault Wrong() => Fault.Invalid(
        "auth.wrong_password", "The current password is wrong.", "current_password");

    public static Fault TokenInvalid() => Fault.Invalid(
        "auth.token_invalid", "The link is not valid, was used or has expired. Ask for a new one.", "token");

    /// <summary>Refuses a password that breaks a rule.</summary>
    /// <exception cref="FaultException"><c>auth.password_policy</c>.</exception>
    public static void Ensure(string password, string email, string field)
    {
        var failed = PasswordPolicy.Check(password, email);
        if (failed.Count > 0)
        {
            throw new FaultException(Policy(failed, field));
        }
    }
}
