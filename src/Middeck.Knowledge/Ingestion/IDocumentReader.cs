namespace Middeck.Knowledge.Ingestion;

/// <summary>Gets the text out of files of a kind. Found by the file's extension.</summary>
internal interface IDocumentReader
{
    /// <summary>What it reads.</summary>
    IReadOnlyList<FileFormat> Formats { get; }

    /// <summary>Reads the file page by page, without ever holding all of its text.</summary>
    /// <exception cref="Middeck.Core.Errors.FaultException">The file cannot be read; the sentence says why and, when known, where.</exception>
    IAsyncEnumerable<ExtractedPage> ReadAsync(DocumentSource source, CancellationToken cancellationToken);
}
