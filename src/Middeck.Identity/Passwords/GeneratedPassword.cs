using System.Security.Cryptography;

namespace Middeck.Identity.Passwords;

/// <summary>Makes passwords that a person gets once and types once.</summary>
internal static class GeneratedPassword
{
    // Without letters and digits that look alike.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 20;

    /// <summary>20 letters and digits, at least one of each.</summary>
    public static string Make()
    {
        while (true)
        {
            var password = RandomNumberGenerator.GetString(Alphabet, Length);
            if (password.Any(char.IsDigit) && password.Any(char.IsLetter))
            {
                return password;
            }
        }
    }
}
