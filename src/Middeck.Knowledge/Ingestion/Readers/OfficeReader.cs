using System.Runtime.CompilerServices;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads a format of the newer Office, also from a file that another format was converted to.</summary>
internal abstract class OfficeReader(string extension, string mimeType) : IDocumentReader
{
    // An encrypted document is an OLE container; only its inside tells, so it is let in and refused with a reason.
    public IReadOnlyList<FileFormat> Formats { get; } =
        [new(extension, mimeType, FileSignature.Zip, FileSignature.OleContainer)];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in ReadAsync(await source.FileAsync(cancellationToken), cancellationToken))
        {
            yield return page;
        }
    }

    /// <summary>Reads a document that lies in a file.</summary>
    public abstract IAsyncEnumerable<ExtractedPage> ReadAsync(FileStream file, CancellationToken cancellationToken);
}
