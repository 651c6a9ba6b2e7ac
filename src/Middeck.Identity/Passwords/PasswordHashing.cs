using Microsoft.AspNetCore.Identity;
using Middeck.Identity.Users;

namespace Middeck.Identity.Passwords;

/// <summary>ASP.NET Core Identity's password hash (PBKDF2), with an answer for people who do not exist that takes as long.</summary>
internal sealed class PasswordHashing(IPasswordHasher<UserRow> hasher)
{
    private readonly Lazy<string> _nobody = new(() => hasher.HashPassword(null!, "nobody's password"));

    public string Hash(string password) => hasher.HashPassword(null!, password);

    /// <summary>Checks a password. For null, work is done all the same and the answer is <see cref="PasswordVerificationResult.Failed"/>.</summary>
    public PasswordVerificationResult Verify(UserRow? user, string password)
    {
        var result = hasher.VerifyHashedPassword(user!, user?.PasswordHash ?? _nobody.Value, password);
        return user is null ? PasswordVerificationResult.Failed : result;
    }
}
