using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>How one kind of process is started, watched and stopped.</summary>
internal interface IServiceRecipe
{
    /// <summary>Names its pid file, its log and its line in the status.</summary>
    string Name { get; }

    /// <summary>How it is asked to stop.</summary>
    Signal StopSignal { get; }

    /// <summary>What it gets when it does not.</summary>
    Signal LastResort { get; }

    /// <summary>How long it may take to stop.</summary>
    TimeSpan StopPatience { get; }

    /// <summary>One that already runs though no pid file names it.</summary>
    ProcessIdentity? FindRunning();

    /// <summary>Makes what it needs and says how to start it.</summary>
    Task<ProcessCommand> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Whether those that depend on it may start.</summary>
    bool IsReady(ProcessIdentity process);

    /// <summary>Whether starting it again would end the same way.</summary>
    bool IsFinal(int exitCode);
}
