namespace Middeck.Identity.Passwords;

/// <summary>The policy as the console shows it while somebody types.</summary>
internal sealed record PasswordPolicyView(int MinLength, IReadOnlyList<string> Rules);
