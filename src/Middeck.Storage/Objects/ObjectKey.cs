using System.Text.RegularExpressions;

namespace Middeck.Storage.Objects;

/// <summary>How an object's key is made: <c>{workspace id}/{first two hex digits}/{SHA-256 in hex}</c>.</summary>
public static partial class ObjectKey
{
    /// <summary>The key of a content in a workspace.</summary>
    public static string Of(Guid workspaceId, string sha256) => $"{workspaceId}/{sha256[..2]}/{sha256}";

    /// <summary>A key is part of a path, so nothing but a key may pass.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static void RefuseOther(string key)
    {
        if (!Pattern().IsMatch(key))
        {
            throw new ArgumentException("This is not the key of an object.", nameof(key));
        }
    }

    /// <summary>Whose object it is and the hash of its content; null for what is no key.</summary>
    public static (Guid WorkspaceId, string Sha256)? Parse(string key)
        => Pattern().IsMatch(key) ? (Guid.ParseExact(key[..36], "D"), key[^64..]) : null;

    [GeneratedRegex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/[0-9a-f]{2}/[0-9a-f]{64}$")]
    private static partial Regex Pattern();
}
