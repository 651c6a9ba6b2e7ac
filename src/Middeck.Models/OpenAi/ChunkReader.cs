using System.Net.ServerSentEvents;
using System.Text.Json;
using Middeck.Models.Catalogue;
using Middeck.Models.Upstream;

namespace Middeck.Models.OpenAi;

/// <summary>
/// Reads the events of a streamed answer:
/// <code>
/// data: {"id":"…","choices":[{"index":0,"delta":{"content":"Hel"},"finish_reason":null}]}
///
/// data: [DONE]
/// </code>
/// </summary>
internal sealed class ChunkReader : IAsyncDisposable
{
    private const int MostBytesPerEvent = 4 << 20;
    private const int MostReadsAtClose = 32;

    private readonly ProviderConnection _connection;
    private readonly Patience _patience;
    private readonly HttpResponseMessage _response;
    private readonly HeardStream _stream;
    private readonly IAsyncEnumerator<SseItem<JsonElement>> _events;
    private bool _ended;

    private ChunkReader(HttpResponseMessage response, Stream stream, ProviderConnection connection, Patience patience)
    {
        (_response, _connection, _patience) = (response, connection, patience);
        _stream = new HeardStream(stream, patience, MostBytesPerEvent);
        _events = SseParser.Create(_stream, Parse).EnumerateAsync(patience.Token).GetAsyncEnumerator(patience.Token);
    }

    /// <summary>Whether the end was said, and did not just happen.</summary>
    public bool SawDone { get; private set; }

    public static async Task<ChunkReader> OpenAsync(
        HttpResponseMessage response, ProviderConnection connection, Patience patience)
        => new(response, await response.Content.ReadAsStreamAsync(patience.Token), connection, patience);

    /// <summary>The next event; null at the end.</summary>
    public async ValueTask<JsonElement?> NextAsync()
    {
        try
        {
            while (!SawDone && await _events.MoveNextAsync())
            {
                _stream.EventEnded();
                switch (_events.Current.Data.ValueKind)
                {
                    case JsonValueKind.Object:
                        return _events.Current.Data;
                    case JsonValueKind.Undefined:
                        SawDone = true;
                        break;
                    default:
                        break;
                }
            }

            _ended = true;
            return null;
        }
        catch (Exception ex) when (_patience.Explains(ex))
        {
            _ended = true;
            throw _patience.Verdict(_connection);
        }
        catch (JsonException ex)
        {
            throw UpstreamFaults.Nonsense(_connection, ContentWords.Of(_response), ex);
        }
        catch (EventTooLongException ex)
        {
            throw UpstreamFaults.Nonsense(_connection, $"a single event of more than {MostBytesPerEvent >> 20} MB", ex);
        }
        catch (Exception ex) when (ex is IOException or HttpRequestException)
        {
            _ended = true;
            throw UpstreamFaults.Broken(_connection, ex);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended && !SawDone)
        {
            await CloseAsync();
        }

        await _events.DisposeAsync();
        await _stream.DisposeAsync();
    }

    /// <summary>
    /// For a caller that stops in the middle: disposing alone would go on reading politely for two seconds while the model
    /// computes, whereas a read that is cancelled under way closes the socket at once.
    /// </summary>
    private async Task CloseAsync()
    {
        var rest = new byte[4096];
        try
        {
            for (var i = 0; i < MostReadsAtClose; i++)
            {
                using var now = new CancellationTokenSource();
                var read = _stream.ReadAsync(rest, now.Token);
                if (!read.IsCompleted)
                {
                    await now.CancelAsync();
                }

                if (await read == 0)
                {
                    return;
                }
            }
        }
        catch (Exception ex) when (ex is OperationCanceledException
            or IOException
            or HttpRequestException
            or ObjectDisposedException
            or EventTooLongException)
        {
            // Closed, which was the aim.
        }
    }

    // Undefined stands for [DONE], null for an event without data.
    private static JsonElement Parse(string eventType, ReadOnlySpan<byte> data)
    {
        data = data.Trim((byte)' ');
        if (data.SequenceEqual("[DONE]"u8))
        {
            return default;
        }

        var reader = new Utf8JsonReader(data.IsEmpty ? "null"u8 : data);
        var element = JsonElement.ParseValue(ref reader);
        return element.ValueKind is JsonValueKind.Object or JsonValueKind.Null
            ? element
            : throw new JsonException("An event is not an object.");
    }
}
