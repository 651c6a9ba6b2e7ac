namespace Middeck.Studio.Workflows.Runs;

/// <summary>A row of <c>studio.workflow_event</c>.</summary>
internal sealed record JournalRow(int Sequence, string Name, string Body, int TextLength, string? NodeKey, string? Record);
