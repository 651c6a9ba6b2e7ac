namespace Middeck.Knowledge;

/// <summary>Reads single files into text, by the readers of knowledge bases and without one.</summary>
public interface IDocumentText
{
    /// <summary>Whether files of this name can be read; pictures cannot, though text may be seen in them.</summary>
    bool Reads(string fileName);

    /// <summary>Reads a file that <see cref="Reads"/> has accepted.</summary>
    /// <param name="content">At its beginning; seekable or not.</param>
    /// <param name="fileName">Its extension tells how it is read.</param>
    /// <param name="maxCharacters">Reading ends there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>knowledge.*</c>: it cannot be read, or holds no text.</exception>
    Task<DocumentText> ReadAsync(
        Stream content, string fileName, int maxCharacters, CancellationToken cancellationToken);
}
