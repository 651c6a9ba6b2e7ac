using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion;

/// <summary>The readers by file extension.</summary>
internal sealed class DocumentReaders(IEnumerable<IDocumentReader> readers, IOptions<KnowledgeOptions> options)
{
    private readonly FrozenDictionary<string, (FileFormat Format, IDocumentReader Reader)> _byExtension = readers
        .SelectMany(reader => reader.Formats, (reader, format) => (format, reader))
        .ToFrozenDictionary(entry => entry.format.Extension, StringComparer.Ordinal);

    /// <summary>What can be uploaded, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Extensions => [.. _byExtension.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The format of a file by its name; null when it is none that can be read.</summary>
    public FileFormat? FormatOf(string fileName)
        => _byExtension.TryGetValue(ExtensionOf(fileName), out var entry) ? entry.Format : null;

    /// <summary>Whether files of an extension that <see cref="FormatOf"/> has accepted are programs or configurations.</summary>
    public bool IsCode(string extension) => _byExtension[extension].Format.IsCode;

    /// <summary>Reads a file whose extension <see cref="FormatOf"/> has accepted, page by page.</summary>
    /// <exception cref="Middeck.Core.Errors.FaultException">It cannot be read, holds too much text, or none at all.</exception>
    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var max = options.Value.MaxCharacters;
        var (characters, empty) = (0L, true);
        await foreach (var page in _byExtension[source.Extension].Reader.ReadAsync(source, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            characters += page.Text.Length;
            empty &= string.IsNullOrWhiteSpace(page.Text);
            yield return characters <= max ? page : throw TooLong(max);
        }

        if (empty)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.no_text", string.Join(' ', source.Warnings.Take(3).Prepend("The document holds no text.")));
        }
    }

    public static string ExtensionOf(string fileName) => Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();

    private static FaultException TooLong(int maxCharacters)
        => KnowledgeFaults.Unreadable(
            "knowledge.text_too_long",
            $"The document holds more than {maxCharacters:N0} characters. Split it into smaller files.");
}
