using System.Text.Json;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Dify;

/// <summary>An entry of <c>GET /v1/workflows/logs</c>.</summary>
internal sealed record DifyWorkflowLog(
    Guid Id,
    DifyLoggedRun WorkflowRun,
    string CreatedFrom,
    string CreatedByRole,
    Guid? CreatedByAccount,
    DifyLoggedUser? CreatedByEndUser,
    long CreatedAt,
    JsonElement? Details)
{
    public static DifyWorkflowLog Of(WorkflowRow row) => new(
        row.Id,
        new DifyLoggedRun(
            row.Id, row.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Status, row.Error, row.Elapsed,
            row.TotalTokens, row.TotalSteps, row.CreatedAt.ToUnixTimeSeconds(), row.FinishedAt?.ToUnixTimeSeconds(), row.Exceptions),
        row.Source switch
        {
            "api" => "service-api",
            "site" => "web-app",
            _ => "installed-app",
        },
        row.Person.UserId is null ? "end_user" : "account",
        row.Person.UserId,
        row.Person.EndUserId is { } endUser ? new DifyLoggedUser(endUser, "service_api", false, row.EndUser) : null,
        row.CreatedAt.ToUnixTimeSeconds(),
        Details: null);
}
