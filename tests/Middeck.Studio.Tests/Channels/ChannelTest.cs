using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Middeck.Studio.Channels;
using Middeck.Studio.Channels.Deliveries;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Channels;

/// <summary>A test of channels with a server at their other end.</summary>
public abstract class ChannelTest(PostgresFixture postgres) : StudioTest(postgres), IAsyncLifetime
{
    internal ScriptedServer Server { get; private set; } = null!;

    internal ChannelOptions Options => Host.Get<IOptions<ChannelOptions>>().Value;

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Server = await ScriptedServer.StartAsync();
        PointAt(Host);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Server.DisposeAsync();
    }

    internal void PointAt(StudioHost host)
    {
        var options = host.Get<IOptions<ChannelOptions>>().Value;
        options.WecomUrl = options.FeishuUrl = options.LarkUrl = options.SlackUrl = options.DingtalkUrl
            = options.DingtalkSessionUrl = Server.LoopbackUrl;
    }

    /// <summary>Makes a channel and gives the whole answer.</summary>
    protected async Task<JsonNode> GivenChannelAsync(
        Guid app, string kind, object? settings = null, object? secrets = null, params string[] events)
        => (await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/channels",
            new { kind, name = "Ours", settings = settings ?? new { }, secrets = secrets ?? new { }, events },
            HttpStatusCode.Created))!;

    protected Task<JsonNode?> ReadAsync(Guid app, JsonNode channel)
        => CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/channels/{IdOf(channel)}");

    /// <summary>Waits until the channel's only delivery, or its latest, is as the test says.</summary>
    protected async Task<JsonNode> UntilDeliveryAsync(Guid app, JsonNode channel, Func<JsonNode, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            patience.Token.ThrowIfCancellationRequested();
            var list = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/channels/{IdOf(channel)}/deliveries");
            if (list!["data"]!.AsArray() is [{ } latest, ..] && isSo(latest))
            {
                return latest;
            }
        }
    }

    protected Task<JsonNode> UntilDeliveryAsync(Guid app, JsonNode channel, string state)
        => UntilDeliveryAsync(app, channel, delivery => (string?)delivery["state"] == state);

    /// <summary>Lets time go by, and those who wait for something due look again.</summary>
    protected void Pass(TimeSpan by)
    {
        Clock.Advance(by);
        Host.Get<DeliverySignal>().Set();
    }

    protected static Guid IdOf(JsonNode channel) => (Guid)channel["channel"]!["id"]!;

    /// <summary>Calls as a chat platform.</summary>
    private protected async Task<(HttpStatusCode Status, string Body)> CallBackAsync(
        JsonNode channel, string body, IEnumerable<(string Name, string Value)> headers, string query = "", bool get = false)
    {
        // Whatever the machine's clock says: the platforms' stands with ours.
        using var request = new HttpRequestMessage(
            get ? HttpMethod.Get : HttpMethod.Post, $"{(string)channel["channel"]!["callback_path"]!}{query}");
        if (!get)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Host.Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
