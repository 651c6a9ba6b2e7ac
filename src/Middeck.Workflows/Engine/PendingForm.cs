namespace Middeck.Workflows.Engine;

/// <summary>A form that a paused run waits for.</summary>
/// <param name="Key">The node's place in the run (see <see cref="NodeRecord.Key"/>).</param>
/// <param name="NodeId">The node.</param>
/// <param name="NodeTitle">What the author called it.</param>
/// <param name="FormId">The form's id, the same after every resumption.</param>
/// <param name="Content">The form as it was shown.</param>
/// <param name="ExpiresAt">When it closes.</param>
public sealed record PendingForm(
    string Key, string NodeId, string NodeTitle, Guid FormId, string Content, DateTimeOffset ExpiresAt);
