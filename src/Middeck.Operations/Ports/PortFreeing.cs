using Middeck.Operations.Processes;

namespace Middeck.Operations.Ports;

/// <summary>Asks the owner of a port to end.</summary>
public sealed class PortFreeing(TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Sends SIGTERM, or SIGKILL, to this very process and waits for its end.</summary>
    /// <returns>Whether it ended.</returns>
    public async Task<bool> EndAsync(PortOwner owner, bool forcibly, CancellationToken cancellationToken)
    {
        if (ProcessIdentity.Of(owner.Pid) is not { } process || ProcessFacts.Of(owner.Pid)?.Command != owner.Command)
        {
            return true;
        }

        (forcibly ? Signal.Kill : Signal.Terminate).Send(process);
        return await ProcessStopping.WaitAsync(process, Patience, clock, cancellationToken);
    }
}
