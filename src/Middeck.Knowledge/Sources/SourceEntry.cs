namespace Middeck.Knowledge.Sources;

/// <summary>One thing that a source has or had. Closed: nothing outside this file can add a case.</summary>
/// <param name="Key">Its name there.</param>
internal abstract record SourceEntry(string Key)
{
    /// <summary>It is there and may be new.</summary>
    /// <param name="Key">Its name there.</param>
    /// <param name="Name">What the document is called.</param>
    /// <param name="Folder">Where it lies; empty for the top.</param>
    /// <param name="Extension">Of its format, where the name has none.</param>
    /// <param name="Version">Differs when the content may differ.</param>
    /// <param name="Open">Opens the content.</param>
    public sealed record Found(
        string Key,
        string Name,
        string Folder,
        string? Extension,
        string Version,
        Func<CancellationToken, Task<Stream>> Open) : SourceEntry(Key);

    /// <summary>It is what the document holds.</summary>
    /// <param name="Key">Its name there.</param>
    /// <param name="Version">How it is told apart from now on.</param>
    public sealed record Unchanged(string Key, string Version) : SourceEntry(Key);

    /// <summary>The source says that it is gone.</summary>
    /// <param name="Key">Its name there.</param>
    /// <param name="Error">How it says so.</param>
    public sealed record Missing(string Key, string Error) : SourceEntry(Key);

    /// <summary>It is there and is none of what can be read.</summary>
    public sealed record Skipped(string Key, string Why) : SourceEntry(Key);

    /// <summary>It could not be read this time.</summary>
    public sealed record Failed(string Key, string Code, string Error) : SourceEntry(Key);
}
