using System.Text;
using Middeck.Studio.Files;
using ModelContextProtocol.Protocol;

namespace Middeck.Studio.Tools.Mcp;

/// <summary>What a tool of an MCP server answered, as ours do: texts together, pictures and other data as files.</summary>
internal sealed class McpResult(CallToolResult result, FileKinds kinds)
{
    private readonly StringBuilder _text = new();
    private readonly List<ToolFile> _files = [];

    /// <exception cref="Core.Errors.FaultException"><c>tools.failed</c>: the server says that it could not do it.</exception>
    public ToolResult Read()
    {
        foreach (var block in result.Content)
        {
            Add(block);
        }

        var text = _text.ToString().TrimEnd('\n');
        return result.IsError == true
            ? throw ToolFaults.Failed(text.Length > 0 ? text : "The server says that it failed, and not why.")
            : new ToolResult(text.Length > 0 ? text : result.StructuredContent?.GetRawText() ?? Named())
            {
                Json = result.StructuredContent,
                Files = _files,
            };
    }

    private void Add(ContentBlock block)
    {
        switch (block)
        {
            case TextContentBlock text:
                _text.Append(text.Text).Append('\n');
                break;
            case ImageContentBlock image:
                AddFile("image", image.MimeType, image.DecodedData);
                break;
            case AudioContentBlock audio:
                AddFile("audio", audio.MimeType, audio.DecodedData);
                break;
            case EmbeddedResourceBlock { Resource: TextResourceContents resource }:
                _text.Append(resource.Text).Append('\n');
                break;
            case EmbeddedResourceBlock { Resource: BlobResourceContents resource }:
                AddFile(FileNames.Clean(Path.GetFileNameWithoutExtension(resource.Uri)), resource.MimeType, resource.DecodedData);
                break;
            case ResourceLinkBlock link:
                _text.Append('[').Append(link.Title ?? link.Name).Append("](").Append(link.Uri).Append(")\n");
                break;
            default:
                break;
        }
    }

    private void AddFile(string name, string? type, ReadOnlyMemory<byte> content)
    {
        var extension = kinds.ExtensionOfType(type) is { Length: > 0 } known ? known : "bin";
        var number = _files.Count == 0 ? "" : $"_{_files.Count + 1}";
        _files.Add(new ToolFile($"{(name.Length > 0 ? name : "file")}{number}.{extension}", content));
    }

    private string Named() => _files.Count == 0 ? "The tool returned nothing." : $"Files: {string.Join(", ", _files.Select(file => file.Name))}";
}
