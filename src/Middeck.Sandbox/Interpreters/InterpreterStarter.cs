using Middeck.Sandbox.Isolation;
using Middeck.Sandbox.Processes;

namespace Middeck.Sandbox.Interpreters;

/// <summary>Starts interpreters and waits until they wait for code.</summary>
internal sealed class InterpreterStarter(SandboxStarter starter, SandboxPrograms programs, TimeProvider clock)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(15);

    /// <summary>An interpreter that waits for code.</summary>
    /// <exception cref="InterpreterUnavailableException">It is not installed or does not start.</exception>
    public async Task<WaitingInterpreter> StartAsync(Interpreter interpreter, SandboxLimits limits, CancellationToken cancellationToken)
    {
        var start = interpreter.Start(programs, limits) ?? throw new InterpreterUnavailableException(
            $"{interpreter.Name} is not installed. Install it: apt install {interpreter.Package}");
        var waiting = new WaitingInterpreter(await starter.StartAsync(start), limits, clock);
        try
        {
            using var timeout = new CancellationTokenSource(_patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            if (!await waiting.IsReadyAsync(either.Token))
            {
                throw new InterpreterUnavailableException($"{interpreter.Name} did not start in the sandbox: {waiting.Complaint}");
            }

            return waiting;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await waiting.DisposeAsync();
            throw new InterpreterUnavailableException(
                $"{interpreter.Name} did not start in the sandbox within {_patience.TotalSeconds:0} seconds.");
        }
        catch
        {
            await waiting.DisposeAsync();
            throw;
        }
    }
}
