namespace Middeck.Operations.Supervision;

/// <summary>The place of one service in the supervisor: what it is made from, and while it runs the running thing.</summary>
/// <param name="status">How it is shown before it runs.</param>
/// <param name="fingerprint">What it is made from.</param>
/// <param name="make">Makes the running thing.</param>
internal sealed class ServiceSlot(ServiceStatus status, string fingerprint, Func<ISupervised> make) : IDisposable
{
    private readonly TaskCompletionSource<bool> _never = Refused();
    private ISupervised? _service;
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;

    public string Name => status.Name;

    public ServiceStatus Status => status;

    public string Fingerprint => fingerprint;

    /// <summary>Those that must be ready before it, and are started with it.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>Those that it waits for where they start or run anyway, and does without where they fail.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Whether <c>middeck up</c> starts it without being asked by name.</summary>
    public bool IsEnabled { get; set; } = true;

    public bool IsRunning => !_running.IsCompleted;

    /// <summary>True once it was ready; false where nothing runs that could become so.</summary>
    public Task<bool> Ready => _service?.Ready ?? _never.Task;

    /// <summary>Starts it once those that it needs are ready; does nothing where it runs.</summary>
    public void Start(IReadOnlyList<ServiceSlot> needed, Action<string> waiting)
    {
        if (IsRunning)
        {
            return;
        }

        _stop?.Dispose();
        _stop = new CancellationTokenSource();
        _service = make();
        _running = RunAsync(_service, needed, DependsOn, waiting, _stop.Token);
    }

    public void Dispose() => _stop?.Dispose();

    public async Task StopAsync()
    {
        if (_stop is { } stop)
        {
            await stop.CancelAsync();
            await _running;
        }

        _service = null;
    }

    private static async Task RunAsync(
        ISupervised service,
        IReadOnlyList<ServiceSlot> needed,
        IReadOnlyList<string> dependsOn,
        Action<string> waiting,
        CancellationToken stopping)
    {
        foreach (var other in needed)
        {
            try
            {
                if (!await other.Ready.WaitAsync(stopping) && dependsOn.Contains(other.Name))
                {
                    waiting(other.Name);
                    return;
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }

        await service.RunAsync(stopping);
    }

    private static TaskCompletionSource<bool> Refused()
    {
        var source = new TaskCompletionSource<bool>();
        source.SetResult(false);
        return source;
    }
}
