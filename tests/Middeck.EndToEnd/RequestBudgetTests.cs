using Microsoft.Playwright;
using Middeck.EndToEnd.Browsing;

namespace Middeck.EndToEnd;

/// <summary>No page storms the server: so few requests until it stands, when somebody comes back to it, and while it is left alone.</summary>
public sealed class RequestBudgetTests(FurnishedHost furnished) : IClassFixture<FurnishedHost>
{
    private const int AtFirstPaint = 5;
    private const int OnFocus = 2;
    private const int PerIdleMinute = 2;

    private static readonly string[] Pages =
    [
        "", "chat", "chat/new/{app}", "chat/{last}", "chat/{old}", "apps", "apps/{app}", "apps/{app}/access", "apps/{app}/versions",
        "knowledge", "knowledge/{base}", "knowledge/{base}/hit-testing", "knowledge/{base}/settings",
        "knowledge/{base}/documents/{document}", "providers", "keys", "usage", "ops/jobs", "obs/errors", "members", "members?tab=roles",
        "audit", "settings", "admin",
    ];

    [Fact]
    public async Task Every_page_keeps_its_requests_within_the_budget()
    {
        await using var visitor = await Visitor.ArriveAsync(furnished.Host, Look.EnglishLight);
        var page = visitor.Page;
        await visitor.SignInAsync();
        var calls = await ApiCalls.ListenAsync(page);
        var over = new List<string>();

        foreach (var path in Pages)
        {
            await page.GotoAsync($"/w/{furnished.Workspace.Id}/{furnished.Workspace.AddressOf(path)}".TrimEnd('/'));
            Check("at first paint", AtFirstPaint, await calls.TakeAsync());
            Assert.True(await page.Locator("h1").First.IsVisibleAsync(), $"{path} has no heading yet.");

            await page.Clock.RunForAsync(5_000);
            await calls.TakeAsync();
            Assert.Equal(0, await page.Locator(".md-loading").CountAsync());

            await TurnAsync(page, away: true);
            await page.Clock.RunForAsync(40_000);
            await calls.TakeAsync();
            await TurnAsync(page, away: false);
            Check("on focus", OnFocus, await calls.TakeAsync());

            await page.Clock.RunForAsync(60_000);
            Check("in an idle minute", PerIdleMinute, await calls.TakeAsync());

            void Check(string when, int limit, IReadOnlyList<string> made)
            {
                if (made.Count > limit)
                {
                    over.Add($"/{path} makes {made.Count} requests {when}, {limit} are allowed: {string.Join(", ", made)}");
                }
            }
        }

        Assert.True(over.Count == 0, string.Join('\n', over));
        await visitor.AssertCleanAsync();
    }

    private static async Task TurnAsync(IPage page, bool away) => await page.EvaluateAsync(
        """
        away => {
            Object.defineProperty(document, 'visibilityState', { value: away ? 'hidden' : 'visible', configurable: true });
            Object.defineProperty(document, 'hidden', { value: away, configurable: true });
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
            window.dispatchEvent(new Event(away ? 'blur' : 'focus'));
        }
        """,
        away);
}
