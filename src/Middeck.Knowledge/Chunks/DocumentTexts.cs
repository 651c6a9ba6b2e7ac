using System.Text;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Chunks;

/// <summary>Reads parts of the text that was extracted from a document.</summary>
internal sealed class DocumentTexts(IObjectStore objects)
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

        using var reader = new StreamReader(content, Encoding.UTF8);
        var offset = Math.Max(0, chunk.Start - Around);
        await SkipAsync(reader, offset, cancellationToken);

        var part = new char[chunk.Start - offset + chunk.Length + Around];
        var length = await reader.ReadBlockAsync(part, cancellationToken);
        return new Passage(
            new string(part, 0, length), offset, document.CharacterCount, chunk with { Start = chunk.Start - offset });
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
