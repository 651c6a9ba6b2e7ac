namespace Middeck.Operations.Management.Services;

/// <summary>What can be done with a service.</summary>
public enum ServiceAct
{
    /// <summary>Start it and what it needs.</summary>
    Start,

    /// <summary>Stop it.</summary>
    Stop,

    /// <summary>Stop it and start it again.</summary>
    Restart,
}
