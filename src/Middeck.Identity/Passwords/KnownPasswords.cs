namespace Middeck.Identity.Passwords;

/// <summary>Passwords that nobody may rely on, because everybody knows them.</summary>
public static class KnownPasswords
{
    /// <summary>Whether it stands in a public guide or is among those that are tried first.</summary>
    public static bool Contains(string password)
        => CommonPasswords.Contains(password) || PublishedPasswords.Contains(password);
}
