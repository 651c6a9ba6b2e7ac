using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Middeck.Models.Gateway;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Chat;

public sealed class PriceTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task An_answer_tells_what_it_cost_in_the_stream_in_the_list_and_to_Difys_clients()
    {
        Host.Models.Script = (_, token) => SayAsync(token);
        var app = await GivenPublishedAppAsync();
        var key = await GivenKeyAsync(app);

        var events = await AskAsync(app, "hi");
        var blocking = await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, new { query = "hi", inputs = new { }, user = "u" });
        var listed = await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/messages?user=u&conversation_id={blocking!["conversation_id"]}", key);

        var usage = events[^1]["metadata"]!["usage"]!;
        Assert.Equal(
            ["0.0025", "0.001", "0.0000175", "0.01", "0.001", "0.00003", "0.0000475", "CNY"],
            new[]
            {
                "prompt_unit_price", "prompt_price_unit", "prompt_price", "completion_unit_price", "completion_price_unit",
                "completion_price", "total_price", "currency",
            }.Select(name => (string?)usage[name]));
        Assert.Equal("""{"amount":"0.0000475","currency":"CNY"}""", (await StoredAnswerAsync(events))["cost"]!.ToJsonString());
        Assert.Equal("0.0000475", (string?)blocking["metadata"]!["usage"]!["total_price"]);
        Assert.Equal("0.0000475", (string?)listed!["data"]![0]!["total_price"]);
        Assert.Equal("CNY", (string?)listed["data"]![0]!["currency"]);
    }

    // 7 tokens in at 2.5 a million and 3 out at 10.
    private static async IAsyncEnumerable<ChatResponseUpdate> SayAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        yield return new ChatResponseUpdate(ChatRole.Assistant, "Hello.");
        var usage = new UsageContent(new UsageDetails { InputTokenCount = 7, OutputTokenCount = 3, TotalTokenCount = 10 });
        new CallCost(0.0000475m, "CNY", 2.5m, 10m).Attach(usage);
        yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop, Contents = [usage] };
    }
}
