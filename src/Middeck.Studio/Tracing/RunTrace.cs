using Middeck.Core.Errors;

namespace Middeck.Studio.Tracing;

/// <summary>
/// What a run did, step by step, for those who want to know why an answer is as it is. Kept in memory while the run goes on and
/// saved with its end.
/// </summary>
internal sealed class RunTrace(TimeProvider clock)
{
    // An agent's longest run has fewer.
    private const int Most = 500;

    private readonly Lock _lock = new();
    private readonly List<OpenStep> _steps = [];

    /// <summary>How many steps there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _steps.Count;
            }
        }
    }

    /// <summary>Takes a step and writes it down, however it ends. Steps may be taken at the same time, and inside one another.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="title">For people.</param>
    /// <param name="input">What goes in, written as JSON; null for nothing. Never a secret.</param>
    /// <param name="work">Does it, and tells the step what came out.</param>
    public async Task<T> RecordAsync<T>(TraceKind kind, string title, object? input, Func<OpenStep, Task<T>> work)
    {
        var step = new OpenStep(kind, title, TraceJson.Of(input), clock.GetUtcNow());
        var began = clock.GetTimestamp();
        Add(step);
        try
        {
            return await work(step);
        }
        catch (Exception ex)
        {
            step.Error ??= Explain(ex);
            throw;
        }
        finally
        {
            step.Duration = Math.Round(clock.GetElapsedTime(began).TotalSeconds, 3);
        }
    }

    /// <summary>Takes a step that has no result for the caller.</summary>
    public Task RecordAsync(TraceKind kind, string title, object? input, Func<OpenStep, Task> work)
        => RecordAsync(kind, title, input, async step =>
        {
            await work(step);
            return true;
        });

    /// <summary>All steps in the order in which they began.</summary>
    public IReadOnlyList<TraceStep> ToSteps()
    {
        lock (_lock)
        {
            return _steps.ConvertAll(step => step.ToStep());
        }
    }

    private void Add(OpenStep step)
    {
        lock (_lock)
        {
            if (_steps.Count < Most)
            {
                _steps.Add(step);
            }
        }
    }

    // Words of unexpected exceptions may hold addresses and secrets; those are in the error log.
    private static string Explain(Exception exception) => exception switch
    {
        FaultException { Fault: var fault } => fault.Detail,
        OperationCanceledException => "It was cancelled.",
        _ => "It failed unexpectedly; the error log says more.",
    };
}
