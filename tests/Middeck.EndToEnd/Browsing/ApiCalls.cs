using Microsoft.Playwright;

namespace Middeck.EndToEnd.Browsing;

/// <summary>
/// Counts what a page asks of the API. The page's clock stands still and is moved by hand, so that what the page puts off until
/// after its first paint can be told from what it asks at once.
/// </summary>
internal sealed class ApiCalls
{
    // A timer of 0 ms fires with the first step; all steps of one page together stay below what is put off (1 s).
    private const int Step = 10;

    private readonly Lock _lock = new();
    private readonly IPage _page;
    private readonly List<string> _calls = [];
    private readonly HashSet<IRequest> _open = [];
    private TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ApiCalls(IPage page)
    {
        _page = page;
        page.Request += (_, request) => Begin(request);
        page.RequestFinished += (_, request) => End(request);
        page.RequestFailed += (_, request) => End(request);
    }

    /// <summary>Stops the page's clock and listens.</summary>
    public static async Task<ApiCalls> ListenAsync(IPage page)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await page.Clock.InstallAsync(new ClockInstallOptions { TimeDate = now });
        await page.Clock.PauseAtAsync(now.AddSeconds(1));
        return new ApiCalls(page);
    }

    /// <summary>What was asked since the last time this was called, once the page has nothing more to ask at this moment.</summary>
    public async Task<IReadOnlyList<string>> TakeAsync()
    {
        await SettleAsync();
        lock (_lock)
        {
            string[] taken = [.. _calls];
            _calls.Clear();
            return taken;
        }
    }

    private async Task SettleAsync()
    {
        var quietSteps = 0;
        while (quietSteps < 3)
        {
            var before = Count();
            while (NextEnd() is { } end)
            {
                await end;
            }

            await _page.Clock.RunForAsync(Step);
            // Lazy parts are drawn when they have come, with a message to itself by which React goes on.
            await _page.EvaluateAsync(
                "() => new Promise(done => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); })");
            quietSteps = Count() == before && NextEnd() is null ? quietSteps + 1 : 0;
        }
    }

    private int Count()
    {
        lock (_lock)
        {
            return _calls.Count;
        }
    }

    private Task? NextEnd()
    {
        lock (_lock)
        {
            return _open.Count == 0 ? null : _closed.Task;
        }
    }

    private void Begin(IRequest request)
    {
        var path = new Uri(request.Url).PathAndQuery;
        lock (_lock)
        {
            var isCall = path.StartsWith("/api/", StringComparison.Ordinal) || path.StartsWith("/health", StringComparison.Ordinal);
            if (isCall)
            {
                _calls.Add($"{request.Method} {path}");
            }

            // The stream of events stays open; everything else, scripts too, has an end to wait for.
            if (!path.StartsWith("/api/v1/events", StringComparison.Ordinal))
            {
                _open.Add(request);
            }
        }
    }

    private void End(IRequest request)
    {
        lock (_lock)
        {
            _open.Remove(request);
            _closed.SetResult();
            _closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
