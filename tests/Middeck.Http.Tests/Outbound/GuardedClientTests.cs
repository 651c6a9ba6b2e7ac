using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Http.Outbound;
using Middeck.Http.Tests.Hosting;

namespace Middeck.Http.Tests.Outbound;

public sealed class GuardedClientTests : IAsyncLifetime
{
    private int _arrivals;
    private FoundationHost _host = null!;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    public async Task A_loopback_address_is_refused_before_anything_is_sent(string host)
    {
        var refusal = await RefusalAsync(Client(OutboundClients.Guarded), $"http://{host}:{_host.Address.Port}/secret");

        Assert.Contains("outbound.private_address", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, _arrivals);
    }

    [Fact]
    public async Task A_redirect_from_a_permitted_host_is_checked_again()
    {
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                ConnectCallback = (context, token) => GuardedConnect.ConnectAsync(context, host => host == "localhost", token),
            },
            disposeHandler: true);

        var refusal = await RefusalAsync(client, $"http://localhost:{_host.Address.Port}/away");

        Assert.Equal("127.0.0.1", refusal.Host);
        Assert.Equal(0, _arrivals);
    }

    [Fact]
    public async Task The_trusted_client_reaches_the_same_machine()
    {
        using var answer = await Client(OutboundClients.Trusted).GetAsync(new Uri(_host.Address, "/secret"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(1, _arrivals);
    }

    public async Task InitializeAsync() => _host = await FoundationHost.StartAsync(app =>
    {
        app.MapGet("/secret", () => Interlocked.Increment(ref _arrivals));
        app.MapGet("/away", (HttpContext context) => Results.Redirect($"http://127.0.0.1:{context.Connection.LocalPort}/secret"));
    });

    public async Task DisposeAsync() => await _host.DisposeAsync();

    private static async Task<OutboundRefusedException> RefusalAsync(HttpClient client, string address)
    {
        var failure = await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(new Uri(address)));
        return failure as OutboundRefusedException ?? Assert.IsType<OutboundRefusedException>(failure.InnerException);
    }

    private HttpClient Client(string name) => _host.Services.GetRequiredService<IHttpClientFactory>().CreateClient(name);
}
