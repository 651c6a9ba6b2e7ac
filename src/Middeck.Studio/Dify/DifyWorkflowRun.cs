using System.Text.Json;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Dify;

/// <summary>A run as <c>GET /v1/workflows/run/{id}</c> tells it; the inputs are JSON in a string there.</summary>
internal sealed record DifyWorkflowRun(
    Guid Id,
    Guid WorkflowId,
    string Status,
    string Inputs,
    JsonElement? Outputs,
    string? Error,
    int TotalSteps,
    long TotalTokens,
    long CreatedAt,
    long? FinishedAt,
    double ElapsedTime)
{
    public static DifyWorkflowRun Of(WorkflowRow row) => new(
        row.Id, row.VersionId ?? row.AppId, row.Status, row.Inputs.GetRawText(), row.Outputs, row.Error, row.TotalSteps, row.TotalTokens,
        row.CreatedAt.ToUnixTimeSeconds(), row.FinishedAt?.ToUnixTimeSeconds(), row.Elapsed);
}
