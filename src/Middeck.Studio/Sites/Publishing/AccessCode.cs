using Microsoft.AspNetCore.Identity;

namespace Middeck.Studio.Sites.Publishing;

/// <summary>Access codes are short and said to many people, so they are kept as passwords are.</summary>
internal static class AccessCode
{
    private static readonly PasswordHasher<object> Hasher = new();
    private static readonly object Nobody = new();

    public static string Hash(string code) => Hasher.HashPassword(Nobody, code);

    public static bool IsRight(string hash, string code)
        => Hasher.VerifyHashedPassword(Nobody, hash, code) != PasswordVerificationResult.Failed;
}
