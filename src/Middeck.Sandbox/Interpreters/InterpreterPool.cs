using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Middeck.Sandbox.Interpreters;

/// <summary>
/// Interpreters of one language that are started and wait for code. Each is used once; the next is started when the one before it has
/// done its work, so that starting it does not slow that work down.
/// </summary>
internal sealed partial class InterpreterPool : IAsyncDisposable
{
    private readonly Queue<WaitingInterpreter> _waiting = new();
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Interpreter _interpreter;
    private readonly InterpreterStarter _starter;
    private readonly SandboxOptions _options;
    private readonly SandboxLimits _limits;
    private readonly ILogger<InterpreterPool> _logger;
    private readonly ITimer _idle;
    private Task _filling = Task.CompletedTask;

    public InterpreterPool(
        Interpreter interpreter,
        InterpreterStarter starter,
        IOptions<SandboxOptions> options,
        TimeProvider clock,
        ILogger<InterpreterPool> logger)
    {
        (_interpreter, _starter, _options, _logger) = (interpreter, starter, options.Value, logger);
        _limits = _options.Limits;
        _idle = clock.CreateTimer(_ => _ = EmptyAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Is done when as many wait as should.</summary>
    public Task Filled
    {
        get
        {
            lock (_lock)
            {
                return _filling;
            }
        }
    }

    /// <summary>One that waits, or else a new one.</summary>
    /// <exception cref="InterpreterUnavailableException">It is not installed or does not start.</exception>
    public async Task<WaitingInterpreter> TakeAsync(SandboxLimits limits, CancellationToken cancellationToken)
    {
        if (limits.FitsInterpreterOf(_limits))
        {
            while (TryTake() is { } waiting)
            {
                if (!waiting.HasExited)
                {
                    return waiting;
                }

                await waiting.DisposeAsync();
            }
        }

        return await _starter.StartAsync(_interpreter, limits, cancellationToken);
    }

    /// <summary>Starts as many as should wait, in the background.</summary>
    public void Fill()
    {
        lock (_lock)
        {
            if (_options.PoolSize > 0 && !_stop.IsCancellationRequested)
            {
                _idle.Change(TimeSpan.FromSeconds(_options.PoolIdle), Timeout.InfiniteTimeSpan);
                if (_filling.IsCompleted && _waiting.Count < _options.PoolSize)
                {
                    _filling = FillAsync();
                }
            }
        }
    }

    /// <summary>Ends those that wait, and starts no more. May be called again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _idle.DisposeAsync();
        await Filled;
        await EmptyAsync();
    }

    private WaitingInterpreter? TryTake()
    {
        lock (_lock)
        {
            return _waiting.TryDequeue(out var waiting) ? waiting : null;
        }
    }

    private async Task FillAsync()
    {
        // Whoever calls Fill does not wait for any of it.
        await Task.Yield();
        try
        {
            while (Waiting < _options.PoolSize)
            {
                var started = await _starter.StartAsync(_interpreter, _limits, _stop.Token);
                lock (_lock)
                {
                    _waiting.Enqueue(started);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The platform stops.
        }
        catch (Exception failure)
        {
            // Who runs code next is told; until then nothing is tried again.
            LogNotStarted(failure, _interpreter.Name);
        }
    }

    private async Task EmptyAsync()
    {
        while (TryTake() is { } waiting)
        {
            await waiting.DisposeAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "No {Name} could be started to wait for code.")]
    private partial void LogNotStarted(Exception failure, string name);
}
