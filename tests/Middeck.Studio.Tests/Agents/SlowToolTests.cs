using System.Net;
using Middeck.Studio.Chat;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Agents;

public sealed class SlowToolTests(PostgresFixture postgres) : AgentTest(postgres)
{
    [Fact]
    public async Task A_stop_reaches_into_a_tool()
    {
        await using var page = await GivenSilentPageAsync();
        var (app, response) = await GivenReadingAsync(page.Server);
        var run = Host.Get<RunHub>().Active.Single();

        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat/{run.Id}/stop", expect: HttpStatusCode.NoContent);

        await page.LeftAlone;
        var events = await ReadEventsAsync(response);
        Assert.Equal(("message_end", "stopped"), (NameOf(events[^1]), (string?)StepsOf(events).Single()["calls"]![0]!["status"]));
        Assert.Equal("stopped", (string?)(await StoredAnswerAsync(events))["steps"]![0]!["calls"]![0]!["status"]);
    }

    [Fact]
    public async Task A_tool_that_takes_too_long_is_ended_and_the_model_goes_on()
    {
        await using var page = await GivenSilentPageAsync();
        var (_, response) = await GivenReadingAsync(page.Server);

        // Within a lease, and several times, as the tool's own clock may not have begun yet.
        for (var second = 0; second < 24; second++)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var events = await ReadEventsAsync(response);
        Assert.Equal("I could not read it.", AnswerOf(events));
        Assert.Equal("The tool took longer than 5 seconds and was ended.", (string?)StepsOf(events).Single()["calls"]![0]!["output"]);
    }

    private protected override void Configure(StudioOptions options) => options.ToolTimeout = 5;

    private async Task<(Guid App, HttpResponseMessage Response)> GivenReadingAsync(ExtensionServer server)
    {
        var app = await GivenAgentAsync(
            new AgentScript().Calls("webscraper", new { url = server.Url }).Says("I could not read it."), null, "webscraper/webscraper");
        var response = await SendAsync(HttpMethod.Post, $"/api/v1/apps/{app}/chat", new { query = "Read." });
        await server.WasAsked;
        return (app, response);
    }

    private static async Task<SilentPage> GivenSilentPageAsync()
    {
        var page = new SilentPage(await ExtensionServer.StartAsync());
        page.Server.Answer = (_, context) => page.HoldAsync(context.RequestAborted);
        return page;
    }

    private sealed class SilentPage(ExtensionServer server) : IAsyncDisposable
    {
        private readonly TaskCompletionSource _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ExtensionServer Server => server;

        public Task LeftAlone => _left.Task.WaitAsync(TimeSpan.FromSeconds(20));

        public async Task HoldAsync(CancellationToken gone)
        {
            gone.Register(() => _left.TrySetResult());
            await _left.Task;
        }

        public async ValueTask DisposeAsync()
        {
            _left.TrySetResult();
            await server.DisposeAsync();
        }
    }
}
