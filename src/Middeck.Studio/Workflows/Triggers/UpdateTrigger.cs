namespace Middeck.Studio.Workflows.Triggers;

/// <summary>Changes a trigger.</summary>
public sealed record UpdateTrigger
{
    /// <summary>Whether it starts runs.</summary>
    public required bool Enabled { get; init; }
}
