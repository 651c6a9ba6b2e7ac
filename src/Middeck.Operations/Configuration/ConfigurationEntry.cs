namespace Middeck.Operations.Configuration;

/// <summary>One given value and where it was given.</summary>
/// <param name="Key">The tree's key, such as <c>server:publicurl</c>: underscores dropped, so that it binds to a property.</param>
/// <param name="Value">The text; null where a file names a key and gives nothing.</param>
/// <param name="Spelling">The key as its author wrote it.</param>
/// <param name="Place">Where: <c>middeck.yaml:12</c>, an environment variable, an option.</param>
internal sealed record ConfigurationEntry(string Key, string? Value, string Spelling, string Place)
{
    /// <summary>
    /// Whether the name belongs to another system as well. <c>OPENAI_API_KEY</c> may be set for something else, so a room
    /// that does not know it must not stop the start.
    /// </summary>
    public bool IsBorrowed { get; init; }

    /// <summary>The form that binds to a property of any case: <c>public_url</c> becomes <c>publicurl</c>.</summary>
    public static string Normalize(string name)
        => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
