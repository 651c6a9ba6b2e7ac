using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Middeck.Models.OpenAi;

/// <summary>Writes the body of <c>POST chat/completions</c>. Options of other providers go through in the additional properties.</summary>
internal static class ChatRequest
{
    // What goes over the wire is UTF-8: Chinese unescaped is a third of the bytes.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Ours to decide; a caller's copy would make the answer unreadable or the body ambiguous.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "model", "messages", "stream", "stream_options", "n",
    };

    public static ReadOnlyMemory<byte> Write(string model, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("model", model);
            json.WriteBoolean("stream", true);
            json.WriteStartObject("stream_options");
            json.WriteBoolean("include_usage", true);
            json.WriteEndObject();
            json.WriteStartArray("messages");
            if (!string.IsNullOrEmpty(options?.Instructions))
            {
                ChatMessages.Write(json, new ChatMessage(ChatRole.System, options.Instructions));
            }

            foreach (var message in messages)
            {
                ChatMessages.Write(json, message);
            }

            json.WriteEndArray();
            if (options is not null)
            {
                WriteOptions(json, options);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteOptions(Utf8JsonWriter json, ChatOptions options)
    {
        var written = new HashSet<string>(Reserved, StringComparer.Ordinal);
        Number(json, written, "temperature", options.Temperature);
        Number(json, written, "top_p", options.TopP);
        Number(json, written, "presence_penalty", options.PresencePenalty);
        Number(json, written, "frequency_penalty", options.FrequencyPenalty);
        Number(json, written, "top_k", options.TopK);
        Number(json, written, "max_tokens", options.MaxOutputTokens);
        Number(json, written, "seed", options.Seed);
        if (options.StopSequences is { Count: > 0 } stops)
        {
            written.Add("stop");
            json.WritePropertyName("stop");
            JsonSerializer.Serialize(json, stops);
        }

        if (options.ResponseFormat is ChatResponseFormatJson format)
        {
            written.Add("response_format");
            WriteFormat(json, format);
        }

        if (options.Tools is { Count: > 0 } tools)
        {
            written.UnionWith(["tools", "tool_choice"]);
            ChatTools.Write(json, tools, options.ToolMode);
        }

        foreach (var (name, value) in options.AdditionalProperties ?? [])
        {
            if (written.Add(name))
            {
                json.WritePropertyName(name);
                JsonSerializer.Serialize(json, value);
            }
        }
    }

    private static void WriteFormat(Utf8JsonWriter json, ChatResponseFormatJson format)
    {
        json.WriteStartObject("response_format");
        json.WriteString("type", format.Schema is null ? "json_object" : "json_schema");
        if (format.Schema is { } schema)
        {
            json.WriteStartObject("json_schema");
            json.WriteString("name", format.SchemaName ?? "answer");
            json.WritePropertyName("schema");
            schema.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Number<T>(Utf8JsonWriter json, HashSet<string> written, string name, T? value) where T : struct
    {
        if (value is { } number && written.Add(name))
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, number);
        }
    }
}
