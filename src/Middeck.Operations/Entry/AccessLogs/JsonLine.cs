using System.Buffers;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Middeck.Operations.Entry.AccessLogs;

/// <summary>One JSON object a line; what is not known is left out.</summary>
/// <example>{"time":"2026-06-01T08:00:00.123Z","client":"10.0.0.7","method":"GET","host":"ai.example.com","path":"/grafana/","protocol":"HTTP/2","status":200,"bytes":512,"ms":3.2,"service":"grafana","target":"http://127.0.0.1:3000/"}</example>
internal sealed class JsonLine : IAccessLine, IDisposable
{
    private const int MostClients = 1000;

    private readonly Utf8JsonWriter _json =
        new(Stream.Null, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // The same few clients ask again and again.
    private readonly Dictionary<IPAddress, JsonEncodedText> _clients = [];

    public void Dispose() => _json.Dispose();

    public void Write(in AccessEntry entry, IBufferWriter<byte> output)
    {
        _json.Reset(output);
        _json.WriteStartObject();
        _json.WriteString("time"u8, entry.At.UtcDateTime);
        if (entry.Client is { } client)
        {
            _json.WriteString("client"u8, TextOf(client));
        }

        Text("user"u8, entry.User);
        _json.WriteString("method"u8, entry.Method);
        _json.WriteString("host"u8, entry.Host);
        _json.WriteString("path"u8, QuerySecrets.OfPath(entry.Path));
        if (entry.Query is { Length: > 1 } query)
        {
            _json.WriteString("query"u8, QuerySecrets.OfQuery(query));
        }

        _json.WriteString("protocol"u8, entry.Protocol);
        _json.WriteNumber("status"u8, entry.Status);
        if (entry.Bytes is { } bytes)
        {
            _json.WriteNumber("bytes"u8, bytes);
        }

        _json.WriteNumber("ms"u8, Math.Round(entry.Duration.TotalMilliseconds, 3));
        _json.WriteString("service"u8, entry.Service ?? "platform");
        Text("target"u8, entry.Target);
        Text("referer"u8, entry.Referer is { Length: > 0 } referer ? QuerySecrets.OfReferer(referer) : null);
        Text("agent"u8, entry.UserAgent);
        Text("trace_id"u8, entry.TraceId);
        _json.WriteEndObject();
        _json.Flush();
        output.Write("\n"u8);
    }

    private JsonEncodedText TextOf(IPAddress client)
    {
        if (!_clients.TryGetValue(client, out var text))
        {
            if (_clients.Count >= MostClients)
            {
                _clients.Clear();
            }

            _clients[client] = text = JsonEncodedText.Encode(client.ToString());
        }

        return text;
    }

    private void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (value is { Length: > 0 })
        {
            _json.WriteString(name, value);
        }
    }
}
