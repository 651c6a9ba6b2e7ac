using Middeck.Operations.Monitoring;

namespace Middeck.Operations.Management.Services;

/// <summary>A service as it is now, and what can be done with it.</summary>
public sealed record ManagedService : ServiceView
{
    internal ManagedService(ServiceView now)
        : base(now)
    {
    }

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where people open it; null when nobody does.</summary>
    public string? Address { get; init; }

    /// <summary>What must be healthy before it starts.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What needs it.</summary>
    public IReadOnlyList<string> RequiredBy { get; init; } = [];

    /// <summary>What may be done with it now.</summary>
    public IReadOnlyList<ServiceAct> Acts { get; init; } = [];
}
