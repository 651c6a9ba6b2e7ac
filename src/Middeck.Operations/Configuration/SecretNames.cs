namespace Middeck.Operations.Configuration;

/// <summary>Tells by its name whether a value must not be shown.</summary>
internal static class SecretNames
{
    private static readonly string[] Signs = ["password", "secret", "token", "key", "connection", "database_url"];

    /// <summary>The value, or four dots in its place.</summary>
    public static string Mask(string name, string value) => IsSecret(name) ? "••••" : value;

    private static bool IsSecret(string name)
    {
        var lower = name.ToLowerInvariant();
        return Array.Exists(Signs, sign => lower.Contains(sign, StringComparison.Ordinal))
            && !lower.EndsWith("file", StringComparison.Ordinal)
            && !lower.EndsWith("seconds", StringComparison.Ordinal)
            && !lower.EndsWith("tokens", StringComparison.Ordinal);
    }
}
