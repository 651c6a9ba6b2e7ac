using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>What a crawler wants of an HTML page.</summary>
/// <param name="Title">Empty when it has none.</param>
/// <param name="Canonical">The address that the page calls its own; null when it names none.</param>
/// <param name="Links">Where it leads, each once, in order.</param>
/// <param name="TextHash">The SHA-256 of what people see of it.</param>
internal sealed partial record WebPage(string Title, Uri? Canonical, IReadOnlyList<Uri> Links, string TextHash)
{
    private const string Unseen = "script, style, noscript, template";

    public static WebPage Parse(byte[] body, Uri address)
    {
        using var document = new HtmlParser().ParseDocument(new MemoryStream(body));
        var origin = document.QuerySelector("base[href]")?.GetAttribute("href") is { } href
            ? WebAddress.Parse(href, address) ?? address
            : address;
        var links = document.QuerySelectorAll<IHtmlElement>("a[href], area[href]")
            .Select(link => WebAddress.Parse(link.GetAttribute("href")!, origin))
            .OfType<Uri>()
            .Distinct()
            .ToList();
        var canonical = document.QuerySelector("link[rel~='canonical'][href]")?.GetAttribute("href");
        return new WebPage(
            Spaces().Replace(document.Title ?? "", " ").Trim(),
            canonical is null ? null : WebAddress.Parse(canonical, origin),
            links,
            HashOf(document));
    }

    /// <summary>
    /// The body as UTF-8 where the header names another encoding than the page's own bytes would tell.
    /// </summary>
    public static async Task<byte[]> RecodeAsync(byte[] body, string? charset, CancellationToken cancellationToken)
    {
        if (charset is null || charset.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
        {
            return body;
        }

        var text = await TextDecoder.DecodeAsync(body, charset, cancellationToken);

        // What the page says about itself is no longer so.
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(DeclaredEncoding().Replace(text, "$1utf-8", 1))];
    }

    private static string HashOf(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll(Unseen).ToList())
        {
            element.Remove();
        }

        var seen = $"{document.Title}\n{Spaces().Replace(document.Body?.TextContent ?? "", " ")}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen)));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(<meta[^>]+charset\s*=\s*[""']?)[A-Za-z0-9_\-]+", RegexOptions.IgnoreCase)]
    private static partial Regex DeclaredEncoding();
}
