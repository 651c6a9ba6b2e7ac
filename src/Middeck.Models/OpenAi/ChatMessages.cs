using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Core;

namespace Middeck.Models.OpenAi;

/// <summary>Writes messages in OpenAI's form.</summary>
internal static class ChatMessages
{
    public static void Write(Utf8JsonWriter json, ChatMessage message)
    {
        var results = message.Contents.OfType<FunctionResultContent>().ToList();
        if (results.Count > 0)
        {
            // Each result is a message of its own there.
            results.ForEach(result => WriteResult(json, result));
            return;
        }

        json.WriteStartObject();
        json.WriteString("role", message.Role.Value);
        if (message.AuthorName is { Length: > 0 } author)
        {
            json.WriteString("name", author);
        }

        if (message.Contents.Any(content => content is DataContent or UriContent))
        {
            WriteParts(json, message);
        }
        else
        {
            json.WriteString("content", message.Text);
        }

        WriteCalls(json, [.. message.Contents.OfType<FunctionCallContent>()]);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, ChatMessage message)
    {
        json.WriteStartArray("content");
        foreach (var content in message.Contents)
        {
            var picture = content switch
            {
                DataContent data when data.HasTopLevelMediaType("image") => data.Uri,
                UriContent link when link.HasTopLevelMediaType("image") => link.Uri.ToString(),
                _ => null,
            };
            if (picture is not null)
            {
                json.WriteStartObject();
                json.WriteString("type", "image_url");
                json.WriteStartObject("image_url");
                json.WriteString("url", picture);
                if (content.AdditionalProperties?.GetValueOrDefault("detail") is string detail)
                {
                    json.WriteString("detail", detail);
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }
            else if (content is TextContent { Text: { Length: > 0 } text })
            {
                json.WriteStartObject();
                json.WriteString("type", "text");
                json.WriteString("text", text);
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteCalls(Utf8JsonWriter json, IReadOnlyList<FunctionCallContent> calls)
    {
        if (calls.Count == 0)
        {
            return;
        }

        json.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("id", call.CallId);
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", call.Name);
            json.WriteString("arguments", JsonSerializer.Serialize(call.Arguments ?? new Dictionary<string, object?>(), Json.Snake));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, FunctionResultContent result)
    {
        json.WriteStartObject();
        json.WriteString("role", "tool");
        json.WriteString("tool_call_id", result.CallId);
        json.WriteString("content", result.Result as string ?? JsonSerializer.Serialize(result.Result, Json.Snake));
        json.WriteEndObject();
    }
}
