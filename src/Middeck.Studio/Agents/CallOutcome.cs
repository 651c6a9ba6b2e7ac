using Middeck.Studio.Files;

namespace Middeck.Studio.Agents;

/// <summary>What a call has come to.</summary>
/// <param name="Status">Succeeded, failed or refused.</param>
/// <param name="Text">For the model.</param>
internal sealed record CallOutcome(AgentCallStatus Status, string Text)
{
    /// <summary>What it made.</summary>
    public IReadOnlyList<MessageFile> Files { get; init; } = [];

    /// <summary>Seconds; 0 for one that was not made.</summary>
    public double Duration { get; init; }
}
