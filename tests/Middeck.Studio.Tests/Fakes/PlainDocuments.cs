using Middeck.Core.Errors;
using Middeck.Knowledge;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Reads text files as they are, and no other.</summary>
internal sealed class PlainDocuments : IDocumentText
{
    private int _reads;

    /// <summary>How often a file was read.</summary>
    public int Reads => _reads;

    bool IDocumentText.Reads(string fileName)
        => Path.GetExtension(fileName) is ".txt" or ".md" or ".pdf" or ".html";

    public async Task<DocumentText> ReadAsync(
        Stream content, string fileName, int maxCharacters, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        using var reader = new StreamReader(content);
        var text = await reader.ReadToEndAsync(cancellationToken);
        return text.Length > 0
            ? new DocumentText(text, IsCut: false)
            : throw new FaultException(Fault.Invalid("knowledge.no_text", "The document holds no text."));
    }
}
