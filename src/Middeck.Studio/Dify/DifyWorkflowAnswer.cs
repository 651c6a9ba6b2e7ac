using System.Text.Json;

namespace Middeck.Studio.Dify;

/// <summary>The whole run of a blocking call: its data is that of the event <c>workflow_finished</c>, or <c>workflow_paused</c>.</summary>
internal sealed record DifyWorkflowAnswer(Guid TaskId, Guid WorkflowRunId, JsonElement Data);
