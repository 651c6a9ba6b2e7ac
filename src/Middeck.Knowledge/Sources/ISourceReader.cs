namespace Middeck.Knowledge.Sources;

/// <summary>Reads places of a kind.</summary>
internal interface ISourceReader
{
    /// <summary>What it reads.</summary>
    SourceKind Kind { get; }

    /// <summary>Refuses settings that can never work, without reaching for the place.</summary>
    /// <exception cref="Middeck.Core.Errors.FaultException">The sentence says what is wrong with which field.</exception>
    void Check(SourceAccess access);

    /// <summary>
    /// Everything that is there, each key once. When it ends without an exception, what it did not name is not there.
    /// </summary>
    /// <param name="access">The place.</param>
    /// <param name="known">What the last run left, by key.</param>
    /// <param name="cancellationToken">Ends it in the middle.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException">The place cannot be reached or not be seen as a whole.</exception>
    IAsyncEnumerable<SourceEntry> ReadAsync(
        SourceAccess access, IReadOnlyDictionary<string, KnownDocument> known, CancellationToken cancellationToken);
}
