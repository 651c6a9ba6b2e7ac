using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Middeck.Sandbox.Interpreters;

/// <summary>
/// What an interpreter sends back: the request's token, four bytes of length, highest first, and <c>{"result": …}</c> or
/// <c>{"error": {"kind": …, "message": …, "traceback": …}}</c>. Whatever else the program writes there is passed over.
/// </summary>
internal sealed class ResultFrame
{
    // For the names around the result, and for tracebacks.
    private const int Slack = 64 * 1024;

    // As JSON written by anything may be nested; the code node has a limit of its own.
    private static readonly JsonDocumentOptions _reading = new() { MaxDepth = 128 };

    private readonly byte[] _token;
    private readonly int _limit;
    private readonly ArrayBufferWriter<byte> _received = new();

    public ResultFrame(int limit)
    {
        Token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _token = Encoding.ASCII.GetBytes(Token);
        _limit = limit + Slack;
    }

    /// <summary>Marks the answer to this request; the program is told it with the code.</summary>
    public string Token { get; }

    /// <summary>Whether the whole answer is there.</summary>
    public bool IsComplete => !Payload().IsEmpty;

    /// <summary>Whether more was sent than an answer may have.</summary>
    public bool IsFlooded => !IsComplete && _received.WrittenCount > _limit;

    /// <summary>Reads until the answer is complete, too much was sent, or nobody can send any more.</summary>
    public async Task ReadFromAsync(Stream channel, CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        int read;
        while (!IsComplete && !IsFlooded && (read = await channel.ReadAsync(buffer, cancellationToken)) > 0)
        {
            _received.Write(buffer.AsSpan(0, read));
        }
    }

    /// <summary>The answer; null when there is none.</summary>
    public CodeOutcome? Read()
    {
        var payload = Payload();
        if (payload.IsEmpty)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(payload, _reading);
            var answer = document.RootElement;
            return answer.TryGetProperty("error", out var error)
                ? new CodeOutcome { Error = ReadError(error) }
                : new CodeOutcome { Result = Checked(answer.GetProperty("result").Clone()) };
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return new CodeOutcome { Error = new(CodeErrorKind.Result, $"What main handed back is no JSON: {ex.Message}") };
        }
    }

    private static CodeError ReadError(JsonElement error) => new(
        error.GetProperty("kind").GetString() switch
        {
            "result" => CodeErrorKind.Result,
            "exited" => CodeErrorKind.Exited,
            "memory" => CodeErrorKind.Memory,
            "output" => CodeErrorKind.Output,
            _ => CodeErrorKind.Program,
        },
        Text(error, "message") ?? "",
        Text(error, "traceback") is { Length: > 0 } traceback ? traceback : null);

    private static string? Text(JsonElement error, string name)
        => error.GetProperty(name).GetString()?.Replace("\0", "", StringComparison.Ordinal);

    // Halves of surrogate pairs can stand in JSON and cannot be read from it. Better now than wherever it is read.
    private static JsonElement Checked(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                _ = value.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Checked(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    _ = field.Name;
                    Checked(field.Value);
                }

                break;
        }

        return value;
    }

    private ReadOnlyMemory<byte> Payload()
    {
        var received = _received.WrittenMemory;
        var start = received.Span.IndexOf(_token);
        if (start < 0 || received.Length < start + _token.Length + 4)
        {
            return default;
        }

        var body = received[(start + _token.Length)..];
        var length = BinaryPrimitives.ReadInt32BigEndian(body.Span);
        return length > 0 && body.Length >= 4 + length ? body.Slice(4, length) : default;
    }
}
