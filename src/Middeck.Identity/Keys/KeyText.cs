using System.Security.Cryptography;

namespace Middeck.Identity.Keys;

/// <summary>How keys look: a prefix that says what they open, and 32 random letters and digits (190 bits).</summary>
internal static class KeyText
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int RandomLength = 32;

    public static string New(ApiKeyKind kind) => Prefix(kind) + RandomNumberGenerator.GetString(Alphabet, RandomLength);

    /// <summary><c>app-…x7Qd</c>.</summary>
    public static string Mask(ApiKeyKind kind, string key) => $"{Prefix(kind)}…{key[^4..]}";

    public static bool HasPrefix(string text)
        => text.StartsWith("app-", StringComparison.Ordinal)
            || text.StartsWith("dataset-", StringComparison.Ordinal)
            || text.StartsWith("md-", StringComparison.Ordinal);

    private static string Prefix(ApiKeyKind kind) => kind switch
    {
        ApiKeyKind.App => "app-",
        ApiKeyKind.Dataset => "dataset-",
        _ => "md-",
    };
}
