using Microsoft.Extensions.AI;
using Middeck.Models.Usage;
using Middeck.Testing;

namespace Middeck.Models.Tests.Gateway;

public sealed class CancellationTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    // Far less than the answers would take, and enough for a machine that has much else to do.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("stall")]
    [InlineData("pause")]
    [InlineData("chunks-1000-20")]
    public async Task A_stop_closes_the_socket_to_the_model(string model)
    {
        await GivenProviderAsync();
        using var stop = new CancellationTokenSource();
        var asking = AskAsync($"mock/{model}", cancellationToken: stop.Token);
        var request = await Upstream.WaitForRequestAsync(_ => true);

        await stop.CancelAsync();

        await request.Aborted.WaitAsync(Soon);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        var call = await TheCallAsync();
        Assert.Equal((UsageStatus.Cancelled, null), (call.Status, call.ErrorCode));
    }

    [Fact]
    public async Task A_reader_who_just_stops_reading_closes_the_socket_too()
    {
        await GivenProviderAsync();
        using var client = await Gateway.ChatAsync(Call, "mock/pause", CancellationToken.None);

        await foreach (var update in client.GetStreamingResponseAsync("Go on."))
        {
            Assert.NotNull(update.Text);
            break;
        }

        await (await Upstream.WaitForRequestAsync(_ => true)).Aborted.WaitAsync(Soon);
        var call = await TheCallAsync();
        Assert.Equal(UsageStatus.Cancelled, call.Status);
        Assert.True(call.Estimated);
    }

    [Fact]
    public async Task Embeddings_stop_too()
    {
        await GivenProviderAsync();
        var model = await Gateway.EmbeddingsAsync(Call, "mock/stall", CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var embedding = model.Generator.GenerateAsync(["text"], cancellationToken: stop.Token);
        var request = await Upstream.WaitForRequestAsync(_ => true);

        await stop.CancelAsync();

        await request.Aborted.WaitAsync(Soon);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => embedding);
        Assert.Equal(UsageStatus.Cancelled, (await TheCallAsync()).Status);
    }
}
