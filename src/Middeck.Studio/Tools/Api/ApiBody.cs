using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;
using Middeck.Studio.Objects;

namespace Middeck.Studio.Tools.Api;

/// <summary>Makes the bodies of requests: JSON, forms, texts. Files of the person who asks are sent in forms.</summary>
internal sealed class ApiBody(FileStore files, StudioObjects objects)
{
    private const string Multipart = "multipart/form-data";

    /// <summary>Makes it, anew for each hop; null for none.</summary>
    public Func<CancellationToken, Task<HttpContent>>? Of(ApiOperation operation, ApiValues values, ToolContext context)
    {
        var members = values.In(ApiArgument.Body).ToList();
        if (operation.BodyType is not { } type || members.Count == 0)
        {
            return null;
        }

        if (type == Multipart)
        {
            return token => FormAsync(members, context, token);
        }

        var isJson = type.EndsWith("json", StringComparison.Ordinal);
        var text = type == "application/x-www-form-urlencoded" && !operation.IsWholeBody
            ? string.Join('&', members.SelectMany(Fields).Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))
            : operation.IsWholeBody ? isJson ? members[0].Value.GetRawText() : ApiValues.TextOf(members[0].Value)
            : new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, JsonNode.Parse(member.Value.GetRawText())))).ToJsonString(Json.Snake);
        return _ =>
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
            content.Headers.TryAddWithoutValidation("Content-Type", isJson ? type : $"{type}; charset=utf-8");
            return Task.FromResult<HttpContent>(content);
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(KeyValuePair<string, JsonElement> member)
        => member.Value.ValueKind == JsonValueKind.Array
            ? member.Value.EnumerateArray().Select(item => KeyValuePair.Create(member.Key, ApiValues.TextOf(item)))
            : [new(member.Key, ApiValues.TextOf(member.Value))];

    private async Task<HttpContent> FormAsync(
        List<KeyValuePair<string, JsonElement>> members, ToolContext context, CancellationToken cancellationToken)
    {
        var form = new MultipartFormDataContent { HeaderEncodingSelector = static (_, _) => Encoding.UTF8 };
        foreach (var (key, value) in members)
        {
            var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new List<JsonElement> { value };
            foreach (var item in items)
            {
                if (item.Member("dify_model_identity") is null)
                {
                    form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(ApiValues.TextOf(item))), Quoted(key));
                    continue;
                }

                var file = await FindAsync(item, context, cancellationToken);
                var content = new StreamContent(await objects.OpenAsync(file.ObjectId, cancellationToken) ?? throw FileFaults.NotFound());
                content.Headers.ContentType = new MediaTypeHeaderValue(file.MimeType);
                form.Add(content, Quoted(key), Quoted(file.Name));
            }
        }

        return form;
    }

    // {"dify_model_identity": "__dify__file__", "related_id": "…"}; files of others are none.
    private async Task<StoredFile> FindAsync(JsonElement item, ToolContext context, CancellationToken cancellationToken)
        => Guid.TryParse(item.Member("related_id").Text(), out var id)
            && await files.FindAsync(context.Caller.WorkspaceId, id, cancellationToken) is { } file && file.Person == context.Person
                ? file
                : throw FileFaults.NotFound();

    private static string Quoted(string name)
        => $"\"{name.Replace("\"", "%22", StringComparison.Ordinal).ReplaceLineEndings("%0A")}\"";
}
