using System.Text;

namespace Middeck.Identity.Passwords;

/// <summary>What a password has to be. The names of the rules are part of the API.</summary>
internal static class PasswordPolicy
{
    public const int MinLength = 10;

    /// <summary>Longer ones are refused: hashing them would cost more than they are worth.</summary>
    public const int MaxLength = 256;

    public static IReadOnlyList<string> Rules { get; } =
        ["min_length", "letter", "digit", "not_email", "not_common", "different"];

    /// <summary>The rules that the password breaks; <c>different</c> is for whoever knows the old one.</summary>
    public static IReadOnlyList<string> Check(string password, string email)
    {
        var failed = new List<string>();
        // Characters as people count them: an emoji is one, not two.
        if (password.EnumerateRunes().Count() < MinLength || password.Length > MaxLength)
        {
            failed.Add("min_length");
        }

        // Chinese characters are letters.
        if (!password.EnumerateRunes().Any(Rune.IsLetter))
        {
            failed.Add("letter");
        }

        if (!password.EnumerateRunes().Any(Rune.IsDigit))
        {
            failed.Add("digit");
        }

        var local = email.Split('@')[0];
        if (local.Length >= 3 && password.Contains(local, StringComparison.OrdinalIgnoreCase))
        {
            failed.Add("not_email");
        }

        if (CommonPasswords.Contains(password) || PublishedPasswords.Contains(password))
        {
            failed.Add("not_common");
        }

        return failed;
    }
}
