using Microsoft.Extensions.AI;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Models.Usage;
using Middeck.Testing;

namespace Middeck.Models.Tests.Usage;

public sealed class PriceTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    private static readonly ModelPrice Price = new("CNY", Input: "2.50", Output: "10");

    [Fact]
    public async Task A_call_costs_what_the_price_says_at_its_time()
    {
        var provider = await GivenProviderAsync(models: [new ProviderModelInput("script", Price: Price)]);
        Upstream.Enqueue("One.");
        Upstream.Enqueue("Two.");
        await AskAsync("mock/script");

        await Providers.UpdateAsync(
            Admin,
            provider.Id,
            new UpdateProvider(Models: [new ProviderModelInput("script", Price: new ModelPrice("USD", Output: "1"))]),
            new AuditTrail(),
            CancellationToken.None);
        var usage = (await AskAsync("mock/script")).SelectMany(update => update.Contents).OfType<UsageContent>().Single();

        // 12 tokens in and 34 out.
        Assert.Equal(
            [new UsageCost("0.000034", "USD"), new UsageCost("0.00037", "CNY")], (await CallsAsync()).Select(call => call.Cost));
        Assert.Equal(new CallCost(0.000034m, "USD", 0, 1), CallCost.Of(usage));
    }

    [Fact]
    public async Task Tokens_that_we_counted_ourselves_are_paid_for_too()
    {
        await GivenProviderAsync(models: [new ProviderModelInput("no-usage", Price: Price)]);

        var last = (await AskAsync("mock/no-usage", "four"))[^1];

        var call = await TheCallAsync();
        Assert.True(call.Estimated);
        Assert.Equal(call.Cost!.Amount, Core.Money.Text(CallCost.Of(Assert.IsType<UsageContent>(last.Contents[0]))!.Total));
    }

    [Fact]
    public async Task Without_a_price_a_call_has_no_cost_rather_than_none_to_pay()
    {
        await GivenProviderAsync();

        var usage = (await AskAsync("mock/echo")).SelectMany(update => update.Contents).OfType<UsageContent>().Single();

        Assert.Null((await TheCallAsync()).Cost);
        Assert.Null(CallCost.Of(usage));
    }

    [Fact]
    public async Task Prices_are_kept_with_the_models_in_their_shortest_form()
    {
        var made = await GivenProviderAsync(models: [new ProviderModelInput("a", Price: Price), new ProviderModelInput("b")]);

        var read = await Providers.GetAsync(Workspace, made.Id, CancellationToken.None);

        Assert.Equal([new ModelPrice("CNY", "2.5", "10"), null], read.Models.Select(model => model.Price));
    }

    [Theory]
    [InlineData("cny", "1", "models[0].price.currency")]
    [InlineData(null, "1", "models[0].price.currency")]
    [InlineData("CNY", "-1", "models[0].price.input")]
    [InlineData("CNY", "1,5", "models[0].price.input")]
    [InlineData("CNY", "1e3", "models[0].price.input")]
    [InlineData("CNY", "0.123456789", "models[0].price.input")]
    [InlineData("CNY", "", "models[0].price")]
    public async Task A_price_that_cannot_be_meant_is_refused_with_its_field(string? currency, string input, string field)
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => GivenProviderAsync(models: [new ProviderModelInput("a", Price: new ModelPrice(currency!, input))]));

        Assert.Equal(("models.invalid_price", field), (refusal.Fault.Code, refusal.Fault.Field));
    }
}
