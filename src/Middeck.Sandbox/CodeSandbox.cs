using System.ComponentModel;
using Microsoft.Extensions.Options;
using Middeck.Sandbox.Interpreters;

namespace Middeck.Sandbox;

/// <summary>Lets in as many runs as may go on at a time, in the order in which they came.</summary>
internal sealed class CodeSandbox(
    ISandboxStatus status, InterpreterPools pools, IOptions<SandboxOptions> options, TimeProvider clock) : ICodeSandbox, IDisposable
{
    // Whoever waits for a semaphore without blocking is let in first come, first served.
    private readonly SemaphoreSlim _places = new(options.Value.Concurrency);

    public SandboxLimits Limits { get; } = options.Value.Limits;

    public async Task<CodeOutcome> RunAsync(CodeRequest request, CancellationToken cancellationToken)
    {
        if ((await status.CheckAsync(cancellationToken)).Problem is { } problem)
        {
            return CodeOutcome.NotRun(CodeErrorKind.Unavailable, problem);
        }

        if (!await EnterAsync(cancellationToken))
        {
            return CodeOutcome.NotRun(
                CodeErrorKind.Busy,
                $"All {options.Value.Concurrency} places of the sandbox were in use for {options.Value.QueueTime} seconds. "
                + "Try again later, or raise sandbox.concurrency.");
        }

        try
        {
            return await RunNowAsync(request, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<CodeOutcome> RunNowAsync(CodeRequest request, CancellationToken cancellationToken)
    {
        var limits = request.Limits ?? Limits;
        var pool = pools.Of(request.Language);
        try
        {
            await using var interpreter = await pool.TakeAsync(limits, cancellationToken);
            return await interpreter.RunAsync(request, limits, cancellationToken);
        }
        catch (Exception ex) when (ex is InterpreterUnavailableException or Win32Exception)
        {
            return CodeOutcome.NotRun(CodeErrorKind.Unavailable, ex.Message);
        }
        finally
        {
            pool.Fill();
        }
    }

    private async Task<bool> EnterAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.QueueTime), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _places.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
