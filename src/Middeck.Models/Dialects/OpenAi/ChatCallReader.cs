using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Models.Calls;

namespace Middeck.Models.Dialects.OpenAi;

/// <summary>
/// Reads the body of <c>POST /v1/chat/completions</c> (OpenAI API reference, "Create chat completion"). Settings that we do
/// not know go along in the additional properties.
/// </summary>
public static class ChatCallReader
{
    private static readonly HashSet<string> NoSettings = new(StringComparer.Ordinal)
    {
        "model", "messages", "stream", "stream_options", "n", "user",
    };

    /// <summary>The whole body.</summary>
    /// <exception cref="Core.Errors.FaultException">A value that cannot be taken, with its field.</exception>
    public static ChatCall Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            throw OpenAiFaults.Invalid("body", "The body must be a JSON object.");
        }

        if (body.TryGetProperty("n", out var n) && n.ValueKind != JsonValueKind.Null
            && !(n.ValueKind == JsonValueKind.Number && n.TryGetInt32(out var count) && count == 1))
        {
            throw OpenAiFaults.Invalid("n", "n must be 1: one answer is written for a question.");
        }

        return new ChatCall(
            Text(body, "model") ?? throw OpenAiFaults.Missing("model"), Messages(body), Settings(body), Text(body, "user"));
    }

    /// <summary>Whether a flag is set, such as <c>stream</c>.</summary>
    public static bool Flag(JsonElement body, string name)
        => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False or JsonValueKind.Null => false,
            _ => throw OpenAiFaults.Invalid(name, $"{name} must be true or false."),
        };

    /// <summary>The field <c>messages</c>: at least one, in order.</summary>
    /// <exception cref="Core.Errors.FaultException">A message that cannot be taken, with its path.</exception>
    public static IReadOnlyList<ChatMessage> Messages(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("messages", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            throw OpenAiFaults.Missing("messages");
        }

        var messages = list.EnumerateArray().Select((item, index) => Message(item, $"messages[{index}]")).ToList();
        return messages.Count > 0
            ? messages
            : throw OpenAiFaults.Invalid("messages", "messages must hold at least one message.");
    }

    private static ChatMessage Message(JsonElement item, string path)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, "role") is not { Length: > 0 } role)
        {
            throw OpenAiFaults.Invalid(path, $"{path} must be an object with role and content.");
        }

        // "developer" is the newer name of the same role.
        var chatRole = role == "developer" ? ChatRole.System : new ChatRole(role);
        item.TryGetProperty("content", out var content);
        return content.ValueKind switch
        {
            JsonValueKind.String => new ChatMessage(chatRole, content.GetString()),
            JsonValueKind.Array => new ChatMessage(
                chatRole, [.. content.EnumerateArray().Select((part, index) => Part(part, $"{path}.content[{index}]"))]),
            // An assistant that only called a tool has no content.
            JsonValueKind.Null or JsonValueKind.Undefined when role is "assistant" => new ChatMessage(chatRole, ""),
            _ => throw OpenAiFaults.Invalid($"{path}.content", $"{path}.content must be text or a list of parts."),
        };
    }

    private static AIContent Part(JsonElement part, string path)
    {
        var type = part.ValueKind == JsonValueKind.Object ? Text(part, "type") : null;
        return type switch
        {
            "text" => new TextContent(Text(part, "text") ?? throw OpenAiFaults.Missing($"{path}.text")),
            "image_url" => Link(part, "image_url", "image/*", path),
            // FastGPT's: a document by its address and name.
            "file_url" => Link(part, "file_url", "application/octet-stream", path),
            _ => throw OpenAiFaults.Invalid($"{path}.type", $"{path}.type must be text, image_url or file_url."),
        };
    }

    private static AIContent Link(JsonElement part, string name, string mediaType, string path)
    {
        // OpenAI nests the address, FastGPT's file_url has it beside its name.
        var address = part.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object
            ? Text(inner, "url")
            : Text(part, "url");
        if (address?.StartsWith("data:", StringComparison.OrdinalIgnoreCase) == true)
        {
            try
            {
                return new DataContent(address);
            }
            catch (Exception ex) when (ex is UriFormatException or FormatException or ArgumentException)
            {
                throw OpenAiFaults.Invalid($"{path}.{name}", "The data: address cannot be read.");
            }
        }

        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? new UriContent(uri!, mediaType) { AdditionalProperties = NameOf(part) }
            : throw OpenAiFaults.Invalid($"{path}.{name}", $"{path}.{name} needs an http, https or data address.");
    }

    private static AdditionalPropertiesDictionary? NameOf(JsonElement part)
        => Text(part, "name") is { Length: > 0 } name ? new AdditionalPropertiesDictionary { ["name"] = name } : null;

    private static ChatOptions Settings(JsonElement body)
    {
        var options = new ChatOptions
        {
            Temperature = Number(body, "temperature"),
            TopP = Number(body, "top_p"),
            MaxOutputTokens = (int?)(Number(body, "max_completion_tokens") ?? Number(body, "max_tokens")),
        };
        foreach (var property in body.EnumerateObject())
        {
            if (!NoSettings.Contains(property.Name)
                && property.Name is not ("temperature" or "top_p" or "max_tokens" or "max_completion_tokens"))
            {
                (options.AdditionalProperties ??= [])[property.Name] = property.Value.Clone();
            }
        }

        return options;
    }

    private static float? Number(JsonElement body, string name)
        => !body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.Number ? value.GetSingle()
            : throw OpenAiFaults.Invalid(name, $"{name} must be a number.");

    private static string? Text(JsonElement item, string name)
        => !item.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : throw OpenAiFaults.Invalid(name, $"{name} must be text.");
}
