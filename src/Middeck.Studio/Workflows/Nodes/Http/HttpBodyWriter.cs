using System.Net.Http.Headers;
using System.Text;
using Middeck.Studio.Files;
using Middeck.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Http;

/// <summary>Makes bodies of what a node says and the run's variables hold. Files are read while they are sent.</summary>
internal sealed class HttpBodyWriter(RunFiles files)
{
    /// <summary>The body; null for none.</summary>
    /// <exception cref="NodeException"><c>RequestBodyError</c>, <c>FileFetchError</c>.</exception>
    public async Task<HttpContentSource?> WriteAsync(HttpBody body, NodeContext context, CancellationToken cancellationToken)
    {
        var pool = context.Variables;
        switch (body.Kind)
        {
            case "form-data":
                return await FormAsync(body, context, cancellationToken);
            case "x-www-form-urlencoded":
                var pairs = body.Parts.Where(part => !part.IsFile).Select(part => KeyValuePair.Create(part.Key.Render(pool), part.Value.Render(pool)))
                    .Where(pair => pair.Key.Length > 0).ToList();
                return Text(
                    string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")),
                    "application/x-www-form-urlencoded");
            case "raw-text":
                return Text(Only(body).Value.Render(pool), "text/plain");
            case "json":
                return body.Parts.Count == 0 ? null : Text(JsonTemplate.Render(Only(body).Value, pool), "application/json");
            case "binary":
                return await BinaryAsync(Only(body), context, cancellationToken);
            default:
                return null;
        }
    }

    private static HttpBodyPart Only(HttpBody body) => body.Parts is [var only]
        ? only
        : throw new NodeException("RequestBodyError", $"{body.Kind} body type should have exactly one item");

    private static HttpContentSource Text(string text, string mediaType) => new(
        _ => Task.FromResult<HttpContent>(new StringContent(text, Encoding.UTF8, mediaType)), text, mediaType);

    private async Task<HttpContentSource> BinaryAsync(HttpBodyPart part, NodeContext context, CancellationToken cancellationToken)
    {
        var all = await FilesAsync(part, context, cancellationToken);
        return all is [var file]
            ? new HttpContentSource(token => ContentAsync(file, token), Named(file), file.MimeType)
            : throw new NodeException("RequestBodyError", "A binary body is one file.");
    }

    private async Task<HttpContentSource> FormAsync(HttpBody body, NodeContext context, CancellationToken cancellationToken)
    {
        var parts = new List<(string Key, string? Text, StoredFile? File)>();
        foreach (var part in body.Parts)
        {
            var key = part.Key.Render(context.Variables);
            if (!part.IsFile)
            {
                parts.Add((key, part.Value.Render(context.Variables), null));
                continue;
            }

            parts.AddRange((await FilesAsync(part, context, cancellationToken)).Select(file => (key, (string?)null, (StoredFile?)file)));
        }

        parts.RemoveAll(part => part.Key.Length == 0);
        return new HttpContentSource(
            token => FormAsync(parts, token),
            string.Join('\n', parts.Select(part => $"{part.Key}: {part.Text ?? Named(part.File!)}")),
            "multipart/form-data");
    }

    private async Task<HttpContent> FormAsync(List<(string Key, string? Text, StoredFile? File)> parts, CancellationToken cancellationToken)
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        foreach (var (key, text, file) in parts)
        {
            if (file is null)
            {
                // A type behind it would be noise that older servers stumble over.
                var field = new ByteArrayContent(Encoding.UTF8.GetBytes(text!));
                form.Add(field, $"\"{Quoted(key)}\"");
                continue;
            }

            var content = await ContentAsync(file, cancellationToken);
            content.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data");
            content.Headers.ContentDisposition.Parameters.Add(new NameValueHeaderValue("name", $"\"{Quoted(key)}\""));
            content.Headers.ContentDisposition.Parameters.Add(new NameValueHeaderValue("filename", $"\"{Quoted(file.Name)}\""));
            form.Add(content);
        }

        return form;
    }

    private async Task<HttpContent> ContentAsync(StoredFile file, CancellationToken cancellationToken)
    {
        var content = new StreamContent(await files.OpenAsync(file, cancellationToken));
        content.Headers.ContentType = new MediaTypeHeaderValue(file.MimeType);
        content.Headers.ContentLength = file.Size;
        return content;
    }

    private async Task<IReadOnlyList<StoredFile>> FilesAsync(
        HttpBodyPart part, NodeContext context, CancellationToken cancellationToken)
    {
        var value = context.Variables.Find(part.File)
            ?? throw new NodeException("FileFetchError", $"cannot fetch file with selector {part.File}");
        var all = value.IsArray ? value.Items : [value];
        var found = new List<StoredFile>(all.Count);
        foreach (var item in all)
        {
            found.Add(item.File is { } file
                ? await files.FindAsync(RunScope.Of(context), file, cancellationToken)
                : throw new NodeException("FileFetchError", $"{part.File} is {SegmentTypes.NameOf(value.Type)} and no file."));
        }

        return found;
    }

    // HTML's way of writing names into forms.
    private static string Quoted(string name)
        => name.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Named(StoredFile file) => $"({file.Name}, {file.Size:N0} bytes)";
}
