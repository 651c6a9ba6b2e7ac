using System.Text.Json;
using Microsoft.Playwright;
using Middeck.EndToEnd.Browsing;

namespace Middeck.Console.Bench;

/// <summary>A tab that is signed in and keeps nothing in its cache.</summary>
internal sealed class Tab : IAsyncDisposable
{
    /// <summary>How long nothing larger is painted before a page counts as drawn.</summary>
    private const int QuietMs = 1000;

    private readonly IPage _page;
    private readonly ICDPSession _devTools;

    private Tab(IPage page, ICDPSession devTools) => (_page, _devTools) = (page, devTools);

    public static async Task<Tab> OpenAsync(Uri address)
    {
        var browser = await Browser.GetAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = 1440, Height = 900 },
        });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(
            """
            window.seen = { paint: 0, tasks: [] };
            new PerformanceObserver(list => { seen.paint = list.getEntries().at(-1).startTime; })
                .observe({ type: 'largest-contentful-paint', buffered: true });
            new PerformanceObserver(list => { seen.tasks.push(...list.getEntries().map(entry => entry.duration)); })
                .observe({ type: 'longtask', buffered: true });
            """);
        var devTools = await context.NewCDPSessionAsync(page);
        await SendAsync(devTools, "Network.enable");
        await SendAsync(devTools, "Performance.enable");
        await SendAsync(devTools, "Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        return new Tab(page, devTools);
    }

    public async Task SignInAsync(string email, string password)
    {
        await _page.GotoAsync("/login");
        await _page.Locator("input[type=email]").FillAsync(email);
        await _page.Locator("input[type=password]").FillAsync(password);
        await _page.Keyboard.PressAsync("Enter");
        await _page.WaitForURLAsync("**/w/**");
    }

    public Task SlowDownAsync(int times)
        => SendAsync(_devTools, "Emulation.setCPUThrottlingRate", new() { ["rate"] = times });

    public async Task<Visit> VisitAsync(string path)
    {
        await _page.GotoAsync("about:blank");
        await _page.GotoAsync(path);
        await _page.Locator("h1").First.WaitForAsync();
        await _page.WaitForFunctionAsync(
            $"() => seen.paint > 0 && performance.now() > seen.paint + {QuietMs} && !document.querySelector('.md-loading')");
        var seen = await _page.EvaluateAsync<JsonElement>(
            """
            () => {
                const first = performance.getEntriesByType('resource').filter(entry => entry.startTime <= seen.paint);
                const pathOf = entry => new URL(entry.name).pathname;
                return {
                    paint: seen.paint,
                    blocked: seen.tasks.reduce((all, duration) => all + Math.max(0, duration - 50), 0),
                    longest: Math.max(0, ...seen.tasks),
                    requests: first.filter(entry => /^\/(api\/|s\/api\/|health)/.test(pathOf(entry))).length,
                    scripts: first.filter(entry => pathOf(entry).endsWith('.js'))
                        .reduce((all, entry) => all + entry.encodedBodySize, 0) / 1024,
                };
            }
            """);
        return new Visit(
            seen.GetProperty("paint").GetDouble(),
            seen.GetProperty("blocked").GetDouble(),
            seen.GetProperty("longest").GetDouble(),
            seen.GetProperty("requests").GetDouble(),
            seen.GetProperty("scripts").GetDouble(),
            await ReadHeapAsync());
    }

    public async ValueTask DisposeAsync() => await _page.Context.CloseAsync();

    private async Task<double> ReadHeapAsync()
    {
        await SendAsync(_devTools, "HeapProfiler.collectGarbage");
        var metrics = await SendAsync(_devTools, "Performance.getMetrics");
        var used = metrics!.Value.GetProperty("metrics").EnumerateArray()
            .First(metric => metric.GetProperty("name").GetString() == "JSHeapUsedSize");
        return used.GetProperty("value").GetDouble() / 1024 / 1024;
    }

    private static Task<JsonElement?> SendAsync(ICDPSession devTools, string method, Dictionary<string, object>? arguments = null)
        => devTools.SendAsync(method, arguments!);
}
