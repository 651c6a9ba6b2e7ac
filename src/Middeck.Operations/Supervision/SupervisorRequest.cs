namespace Middeck.Operations.Supervision;

/// <summary>What the supervisor is asked to do.</summary>
/// <param name="Command">What.</param>
/// <param name="Services">With which services; none: with all that are enabled.</param>
/// <param name="Without">Which of them not.</param>
/// <param name="WithDependents">Whether those that need a service are stopped with it; else it is not stopped while they run.</param>
public sealed record SupervisorRequest(
    SupervisorCommand Command,
    IReadOnlyList<string>? Services = null,
    IReadOnlyList<string>? Without = null,
    bool WithDependents = false);

/// <summary>What a supervisor can be asked.</summary>
public enum SupervisorCommand
{
    /// <summary>How everything is.</summary>
    Status,

    /// <summary>Start services and what they need; answered at once.</summary>
    Start,

    /// <summary>Stop services; answered when they are stopped.</summary>
    Stop,

    /// <summary>Stop and start services; answered when they are started, not when they are healthy.</summary>
    Restart,

    /// <summary>Read <c>services.yaml</c> again: what is gone is stopped, what changed is started anew, what is new and enabled is started.</summary>
    Reload,
}
