using System.Text;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Objects;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Chunks;

/// <summary>Reads parts of the text that was extracted from a document.</summary>
internal sealed class DocumentTexts(Database database, IObjectStore objects)
{
    private const int Around = 2000;

    /// <summary>The text around a chunk. Null when it is not kept.</summary>
    public async Task<Passage?> AroundAsync(DocumentRow document, TextRange chunk, CancellationToken cancellationToken)
    {
        if (document.TextKey is null
            || await objects.OpenAsync(document.TextKey, cancellationToken) is not { } content)
        {
            return null;
        }

        var offset = Math.Max(0, chunk.Start - Around);
        var facts = await FactsAsync(document, cancellationToken);
        var (character, position) = facts?.Before(offset) ?? (0, 0);
        await SkipAsync(content, position, cancellationToken);
        using var reader = new StreamReader(content, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        await SkipAsync(reader, offset - character, cancellationToken);

        var part = new char[chunk.Start - offset + chunk.Length + Around];
        var length = await reader.ReadBlockAsync(part, cancellationToken);
        return new Passage(
            new string(part, 0, length), offset, document.CharacterCount, chunk with { Start = chunk.Start - offset });
    }

    private Task<TextFacts?> FactsAsync(DocumentRow document, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync(
            $"SELECT text_facts FROM knowledge.document WHERE id = {document.Id}",
            static row => row.Json<TextFacts>("text_facts"),
            cancellationToken);

    // A file is entered in its middle; what comes over the network is read past.
    private static async Task SkipAsync(Stream content, long bytes, CancellationToken cancellationToken)
    {
        if (content.CanSeek)
        {
            content.Position = bytes;
            return;
        }

        var buffer = new byte[81920];
        while (bytes > 0)
        {
            var read = await content.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, bytes)), cancellationToken);
            bytes = read == 0 ? 0 : bytes - read;
        }
    }

    private static async Task SkipAsync(StreamReader reader, int characters, CancellationToken cancellationToken)
    {
        var buffer = new char[16384];
        while (characters > 0)
        {
            var read = await reader.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, characters)), cancellationToken);
            characters = read == 0 ? 0 : characters - read;
        }
    }
}
