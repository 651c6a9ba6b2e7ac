using System.Text.Json;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>A row of <c>studio.workflow_run</c>, without what the run began with.</summary>
internal sealed record WorkflowRow(
    Guid Id,
    Guid WorkspaceId,
    Guid AppId,
    int? Version,
    Guid? VersionId,
    string Source,
    Person Person,
    string? EndUser,
    Guid? MessageId,
    string? OnlyNode,
    JsonElement Inputs,
    string Status,
    JsonElement? Outputs,
    string? Error,
    double Elapsed,
    long TotalTokens,
    decimal TotalPrice,
    string Currency,
    int TotalSteps,
    int Exceptions,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt)
{
    public bool GoesOn => Status == WorkflowStatus.Running;
}
