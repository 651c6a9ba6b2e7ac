namespace Middeck.Studio.Workflows.Runs;

/// <summary>Something that those who watch a run are told.</summary>
/// <param name="Sequence">Counts the events of the run from 1, through pauses and crashes.</param>
/// <param name="Name">As Dify's streams name it, such as <c>node_started</c>.</param>
/// <param name="Body">The whole JSON object of the stream.</param>
/// <param name="TextLength">Characters that the run has written up to and with this event.</param>
/// <param name="Text">The piece of text that it adds; null for other events.</param>
internal sealed record WorkflowEvent(int Sequence, string Name, string Body, int TextLength, string? Text = null)
{
    /// <summary>Whether nothing comes after it, until a person answers.</summary>
    public bool IsLast => Name is "workflow_finished" or "workflow_paused";
}
