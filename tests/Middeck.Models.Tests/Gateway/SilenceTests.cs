using Middeck.Core.Errors;
using Middeck.Models.Usage;
using Middeck.Testing;

namespace Middeck.Models.Tests.Gateway;

public sealed class SilenceTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    private readonly FakeClock _clock = new();

    protected override TimeProvider Clock => _clock;

    [Fact]
    public async Task A_model_that_sends_nothing_is_given_up_after_two_minutes_and_its_socket_closed()
    {
        await GivenProviderAsync();
        var asking = RefusalAsync("mock/stall");
        var request = await Upstream.WaitForRequestAsync(_ => true);

        _clock.Advance(TimeSpan.FromSeconds(119));
        Assert.False(asking.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(2));

        var fault = await asking;
        Assert.Equal(("models.upstream_timeout", FaultKind.Timeout), (fault.Code, fault.Kind));
        Assert.Contains("120 seconds", fault.Detail, StringComparison.Ordinal);
        await request.Aborted.WaitAsync(TimeSpan.FromSeconds(5));
        var call = await TheCallAsync();
        Assert.Equal((UsageStatus.Failed, "models.upstream_timeout"), (call.Status, call.ErrorCode));
    }

    [Fact]
    public async Task A_model_that_falls_silent_in_the_middle_is_given_up_after_a_minute()
    {
        await GivenProviderAsync();
        using var client = await Gateway.ChatAsync(Call, "mock/pause", CancellationToken.None);
        await using var updates = client.GetStreamingResponseAsync([new(default, "Go on.")]).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        await updates.MoveNextAsync();
        var waiting = updates.MoveNextAsync().AsTask();

        _clock.Advance(TimeSpan.FromSeconds(61));

        var fault = (await Assert.ThrowsAsync<FaultException>(() => waiting)).Fault;
        Assert.Equal("models.upstream_timeout", fault.Code);
        Assert.Contains("in the middle of its answer for 60 seconds", fault.Detail, StringComparison.Ordinal);
        // Words that came were paid for.
        Assert.True((await TheCallAsync()).OutputTokens > 0);
    }
}
