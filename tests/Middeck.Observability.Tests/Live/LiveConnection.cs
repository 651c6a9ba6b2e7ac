using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Middeck.Observability.Tests.Live;

/// <summary>A console tab: reads the stream as the console does.</summary>
internal sealed class LiveConnection : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _items;

    private LiveConnection(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items)
        => (_response, _items) = (response, items);

    public string? LastId { get; private set; }

    public Guid StreamId { get; private set; }

    public bool Resumed { get; private set; }

    public static async Task<LiveConnection> OpenAsync(HttpClient client, string topics, string? lastId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/events?topics={topics}");
        if (lastId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastId);
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var items = SseParser.Create(await response.Content.ReadAsStreamAsync(), (_, data) => System.Text.Encoding.UTF8.GetString(data))
            .EnumerateAsync().GetAsyncEnumerator();
        var connection = new LiveConnection(response, items);
        var hello = await connection.NextAsync();
        Assert.Equal("hello", hello.GetProperty("type").GetString());
        connection.StreamId = hello.GetProperty("data").GetProperty("stream_id").GetGuid();
        connection.Resumed = hello.GetProperty("data").GetProperty("resumed").GetBoolean();
        return connection;
    }

    public async Task<JsonElement> NextAsync()
    {
        Assert.True(await _items.MoveNextAsync().AsTask().WaitAsync(Patience), "The stream has ended.");
        LastId = _items.Current.EventId;
        return JsonDocument.Parse(_items.Current.Data).RootElement;
    }

    public Task<bool> EndsAsync() => _items.MoveNextAsync().AsTask().WaitAsync(Patience);

    public ValueTask DisposeAsync()
    {
        // Disposing the enumerator while it reads is not allowed; closing the response ends it.
        _response.Dispose();
        return ValueTask.CompletedTask;
    }
}
