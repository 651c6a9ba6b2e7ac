using System.Collections.Frozen;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>Finds the reader of a page by what the site says that it is, and by its address where the site says nothing.</summary>
internal sealed class PageFormats(DocumentReaders readers)
{
    private static readonly FrozenSet<string> SaysNothing = FrozenSet.Create(
        StringComparer.Ordinal, "application/octet-stream", "binary/octet-stream", "application/x-download", "application/force-download");

    private readonly FrozenDictionary<string, string> _byType = readers.Extensions
        .Select(extension => (readers.FormatOf($"x.{extension}")!.MimeType, Extension: extension))
        .GroupBy(static pair => pair.MimeType, static pair => pair.Extension)
        .ToFrozenDictionary(static group => group.Key, static group => Usual(group.Key, [.. group]), StringComparer.Ordinal);

    /// <summary>The extension of the format; null when there is no reader for it.</summary>
    public string? ExtensionOf(string? mediaType, Uri address)
    {
        if (mediaType is "text/html" or "application/xhtml+xml")
        {
            return "html";
        }

        var named = readers.FormatOf(address.AbsolutePath)?.Extension;
        if (mediaType is null || SaysNothing.Contains(mediaType))
        {
            return named ?? (mediaType is null ? "html" : null);
        }

        // A text/plain that ends in .md or .csv is that.
        return mediaType.StartsWith("text/", StringComparison.Ordinal) && named is not null
            ? named
            : _byType.TryGetValue(mediaType, out var extension) ? extension : null;
    }

    private static string Usual(string type, string[] extensions)
        => type == "text/plain" && extensions.Contains("txt") ? "txt" : extensions[0];
}
