using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>A value that a webhook reads from calls: <c>{"name": "order", "type": "number", "required": true}</c>.</summary>
/// <param name="Name">As callers send it.</param>
/// <param name="Type">Such as <c>string</c>, <c>number</c>, <c>boolean</c>, <c>object</c>, <c>array[string]</c>, <c>file</c>.</param>
/// <param name="Required">Whether calls without it are refused.</param>
internal sealed record WebhookField(string Name, string Type, bool Required)
{
    public bool IsFile => Type is "file" or "array[file]";

    /// <summary>The list of fields; what has no name is left out.</summary>
    public static IReadOnlyList<WebhookField> ReadList(JsonElement? fields)
        => [.. fields.Items()
            .Where(static field => field.Member("name").Text() is { Length: > 0 })
            .Select(static field => new WebhookField(
                field.Member("name").Text()!, field.Member("type").Text() is { Length: > 0 } type ? type : "string",
                field.Member("required").Flag() ?? false))];
}
