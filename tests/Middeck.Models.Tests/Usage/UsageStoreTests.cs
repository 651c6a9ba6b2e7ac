using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Models.Gateway;
using Middeck.Models.Usage;
using Middeck.Testing;

namespace Middeck.Models.Tests.Usage;

public sealed class UsageStoreTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    private static readonly DateTimeOffset Monday = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly Guid App = Guid.CreateVersion7();

    private UsageStore Store => Services.GetRequiredService<UsageStore>();

    [Fact]
    public async Task Sums_are_the_same_before_and_after_old_rows_give_way_to_daily_sums()
    {
        await GivenWeekAsync();
        var before = await AllSumsAsync();

        // The rows of the other tests go with them; the first batch cuts a day in two.
        while (await Store.TrimAsync(Monday.AddDays(2), batch: 3, CancellationToken.None) is > 0 and var gone)
        {
            Assert.InRange(gone, 1, 3);
        }

        Assert.Equal(2, (await CallsAsync()).Count);
        Assert.Equal(before, await AllSumsAsync());
    }

    [Fact]
    public async Task Usage_is_summed_by_day_model_and_app_within_the_range_and_the_workspace()
    {
        await GivenWeekAsync();
        await WriteAsync(Monday, "small", app: null, workspace: Guid.CreateVersion7());

        var days = await SumAsync(UsageGroup.Day, Monday.AddDays(1), Monday.AddDays(3));
        var models = await SumAsync(UsageGroup.Model, Monday, Monday.AddDays(7));
        var apps = await SumAsync(UsageGroup.App, Monday, Monday.AddDays(7));

        Assert.Equal(["2026-06-02", "2026-06-03"], days.Select(sum => sum.Key));
        Assert.Equal(
            [Text(new UsageSum("mock/big", 3, 30, 60, 15, 4.5, [new UsageCost("0.75", "CNY")], 0, 0, 100)),
                Text(new UsageSum("mock/small", 3, 30, 60, 15, 4.5, [], 3, 3, 100))],
            models.Select(Text));
        Assert.Equal([(App.ToString(), 3L), ("none", 3L)], apps.Select(sum => (sum.Key, sum.Calls)));
    }

    [Fact]
    public async Task A_thousand_rows_at_once_are_acknowledged_and_there()
    {
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => WriteAsync(Monday.AddSeconds(i), "small", null)));

        Assert.Equal(1000, (await SumAsync(UsageGroup.Day, Monday, Monday.AddDays(1))).Sum(sum => sum.Calls));
    }

    // Two rows on each of three days: a good one of the app, and a failed one of nobody.
    private async Task GivenWeekAsync()
    {
        for (var day = 0; day < 3; day++)
        {
            await WriteAsync(Monday.AddDays(day), "big", App);
            await WriteAsync(Monday.AddDays(day).AddHours(1), "small", null, UsageStatus.Failed);
        }
    }

    private Task WriteAsync(
        DateTimeOffset at, string model, Guid? app, UsageStatus status = UsageStatus.Ok, Guid? workspace = null)
        => Services.GetRequiredService<UsageWriter>().WriteAsync(new UsageRow(workspace ?? Workspace, new UsageCall(
            Guid.CreateVersion7(at), at, "mock", model, ModelType.Llm, "app", app, null, null, null, null,
            10, 20, 5, 1.5, app is null ? null : new UsageCost("0.25", "CNY"), false, 100, 500, status, null)));

    private Task<List<UsageSum>> SumAsync(UsageGroup group, DateTimeOffset from, DateTimeOffset to)
        => Store.SumAsync(Workspace, from, to, group, CancellationToken.None);

    private async Task<string> AllSumsAsync() => string.Join('\n', new[]
    {
        await SumAsync(UsageGroup.Day, Monday, Monday.AddDays(7)),
        await SumAsync(UsageGroup.Model, Monday, Monday.AddDays(7)),
        await SumAsync(UsageGroup.App, Monday, Monday.AddDays(7)),
    }.SelectMany(sums => sums).Select(Text));

    private static string Text(UsageSum sum) => JsonSerializer.Serialize(sum);
}
