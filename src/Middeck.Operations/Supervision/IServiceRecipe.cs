using Middeck.Operations.Catalogue;
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

    /// <summary>How to tell that it works; null: it works while it runs.</summary>
    ServiceHealth? Health => null;

    /// <summary>Whether it counts as starting until it is healthy, and is started again when it no longer is.</summary>
    bool HealthDecides => false;

    /// <summary>When it is started again.</summary>
    ServiceRestart Restart => new();

    /// <summary>What it and its children may use.</summary>
    ServiceLimits Limits => new();

    /// <summary>What holds the limits; null when it has none.</summary>
    string? LimitsBy => null;

    /// <summary>Whether everything that it started is stopped with it.</summary>
    bool StopsFamily => false;

    /// <summary>What it was made from; one that runs and was made from something else is started anew. Null: not compared.</summary>
    string? Fingerprint => null;

    /// <summary>Puts away what was made for a process that ended.</summary>
    void Ended()
    {
    }
}
