using System.Text;
using Middeck.Core.Errors;
using Middeck.Knowledge;
using Middeck.Studio.Files;

namespace Middeck.Studio.Tools.Builtin.Web;

/// <summary>Reads web pages, and documents that stand at an address, into text.</summary>
internal sealed class WebTools(PageFetcher pages, IDocumentText documents, FileKinds kinds) : IBuiltinTools
{
    // More than any model is shown; the caller cuts it to what fits.
    private const int LongestText = 200_000;

    public IReadOnlyList<BuiltinTool> All =>
    [
        new(
            "webscraper",
            new ToolInfo(
                "webscraper",
                new ToolWords("网页阅读", "Web page reader"),
                new ToolWords(
                    "打开一个网址，读出正文；也能读取网上的 PDF、Word 与文本文件。",
                    "Opens an address and reads its text: web pages, and also PDF, Word and text files."),
                ToolSchema.Of(
                    """
                    "url": {"type": "string", "description": "The address, such as https://example.com/page"}
                    """,
                    "url"),
                "🌐"),
            ReadAsync),
    ];

    private async Task<ToolResult> ReadAsync(
        ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var page = await pages.FetchAsync(context.Caller.WorkspaceId, arguments.Text("url").Trim(), cancellationToken);
        var name = NameOf(page);
        if (!documents.Reads(name))
        {
            throw ToolFaults.Failed($"{page.Address} is of the type '{page.MediaType}', which holds no text that can be read.");
        }

        try
        {
            using var content = new MemoryStream(Recode(page), writable: false);
            var text = await documents.ReadAsync(content, name, LongestText, cancellationToken);
            return new ToolResult($"{page.Address}\n\n{text.Text}");
        }
        catch (FaultException ex) when (ex.Fault.Code.StartsWith("knowledge.", StringComparison.Ordinal))
        {
            throw ToolFaults.Failed($"{page.Address}: {ex.Fault.Detail}");
        }
    }

    private string NameOf(FetchedPage page)
    {
        var extension = page.MediaType switch
        {
            "" => FileKinds.ExtensionOf(page.Address.AbsolutePath) is { Length: > 0 } named ? named : "html",
            "text/html" or "application/xhtml+xml" => "html",
            "application/octet-stream" => FileKinds.ExtensionOf(page.Address.AbsolutePath),
            var type => kinds.ExtensionOfType(type) is { Length: > 0 } known && documents.Reads($"page.{known}") ? known
                : type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("json", StringComparison.Ordinal)
                    || type.EndsWith("xml", StringComparison.Ordinal) ? "txt"
                : FileKinds.ExtensionOf(page.Address.AbsolutePath),
        };
        return $"page.{extension}";
    }

    // What the header says about the letters stands above what the bytes look like.
    private static byte[] Recode(FetchedPage page)
    {
        if (page.Charset is not { } charset || charset.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase)
            || CodePagesEncodingProvider.Instance.GetEncoding(charset) is not { } encoding)
        {
            return page.Body;
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(encoding.GetString(page.Body))];
    }
}
