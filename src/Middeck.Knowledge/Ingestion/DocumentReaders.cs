using System.Collections.Frozen;

namespace Middeck.Knowledge.Ingestion;

/// <summary>The readers by file extension.</summary>
internal sealed class DocumentReaders(IEnumerable<IDocumentReader> readers)
{
    private readonly FrozenDictionary<string, (FileFormat Format, IDocumentReader Reader)> _byExtension = readers
        .SelectMany(reader => reader.Formats, (reader, format) => (format, reader))
        .ToFrozenDictionary(entry => entry.format.Extension, StringComparer.Ordinal);

    /// <summary>What can be uploaded, in the order of the alphabet.</summary>
    public IReadOnlyList<string> Extensions => [.. _byExtension.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The format of a file by its name; null when it is none that can be read.</summary>
    public FileFormat? FormatOf(string fileName)
        => _byExtension.TryGetValue(ExtensionOf(fileName), out var entry) ? entry.Format : null;

    /// <summary>The reader of an extension that <see cref="FormatOf"/> has accepted.</summary>
    public IDocumentReader For(string extension) => _byExtension[extension].Reader;

    public static string ExtensionOf(string fileName) => Path.GetExtension(fileName).TrimStart('.').ToLowerInvariant();
}
