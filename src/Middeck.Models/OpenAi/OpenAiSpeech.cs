using System.Runtime.CompilerServices;
using System.Text.Json;
using Middeck.Core;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Transports;
using Middeck.Models.Upstream;

namespace Middeck.Models.OpenAi;

/// <summary><c>POST audio/transcriptions</c> and <c>POST audio/speech</c> (OpenAI API reference, "Audio").</summary>
internal sealed class OpenAiSpeech(UpstreamClient upstream) : ISpeechTransport
{
    private const int PartSize = 16 * 1024;

    public async Task<Transcript> TranscribeAsync(
        ProviderConnection connection, string model, Recording recording, CancellationToken cancellationToken)
    {
        using var patience = upstream.BeginPatience(cancellationToken);
        using var response = await upstream.SendAsync(
            connection, "audio/transcriptions", () => Form(model, recording), patience);
        using var answer = await JsonAnswer.ReadAsync(response, connection, patience);
        return Read(answer.RootElement, connection);
    }

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> SpeakAsync(
        ProviderConnection connection,
        string model,
        string text,
        string voice,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { Model = model, Input = text, Voice = voice, ResponseFormat = "mp3" }, Json.Snake);
        using var patience = upstream.BeginPatience(cancellationToken);
        using var response = await upstream.SendAsync(connection, "audio/speech", body, patience);
        if (response.Content.Headers.ContentType?.MediaType is "application/json" or "text/html" or "text/plain")
        {
            throw UpstreamFaults.Nonsense(connection, ContentWords.Of(response));
        }

        await using var sound = new SoundReader(response, connection, patience);
        var isSilent = true;
        while (await sound.ReadAsync(PartSize) is { Length: > 0 } part)
        {
            isSilent = false;
            yield return part;
        }

        if (isSilent)
        {
            throw UpstreamFaults.Nonsense(connection, "no sound at all");
        }
    }

    private static MultipartFormDataContent Form(string model, Recording recording)
    {
        var form = new MultipartFormDataContent
        {
            { new BorrowedContent(recording.Content), "file", recording.FileName },
            { new StringContent(model), "model" },
            { new StringContent("json"), "response_format" },
        };
        if (recording.Language is { Length: > 0 } language)
        {
            form.Add(new StringContent(language), "language");
        }

        return form;
    }

    // {"text": "…", "usage": {"type": "duration", "seconds": 12}} or {"usage": {"type": "tokens", "input_tokens": 14, …}}
    private static Transcript Read(JsonElement body, ProviderConnection connection)
    {
        if (body.ValueKind != JsonValueKind.Object
            || !body.TryGetProperty("text", out var text)
            || text.ValueKind != JsonValueKind.String)
        {
            throw UpstreamFaults.Nonsense(connection, "something else than a transcript");
        }

        var usage = body.TryGetProperty("usage", out var told) && told.ValueKind == JsonValueKind.Object ? told : default;
        // Older servers tell the length beside the text.
        return new Transcript(
            text.GetString()!,
            Number(usage, "seconds") ?? Number(body, "duration"),
            (long?)Number(usage, "input_tokens"),
            (long?)Number(usage, "output_tokens"));
    }

    private static double? Number(JsonElement item, string name)
        => item.ValueKind == JsonValueKind.Object
            && item.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.Number
                ? value.GetDouble()
                : null;
}
