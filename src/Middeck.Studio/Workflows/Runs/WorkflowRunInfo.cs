using System.Text.Json;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>A run as the console's lists have it.</summary>
/// <param name="Id">The run.</param>
/// <param name="Status"><c>running</c>, <c>paused</c>, <c>succeeded</c>, <c>partial-succeeded</c>, <c>failed</c> or <c>stopped</c>.</param>
/// <param name="Version">The version; null for a draft.</param>
/// <param name="Source">What started it: <c>console</c>, <c>api</c>, <c>site</c>, <c>schedule</c>, <c>webhook</c>, <c>tool</c>, <c>mcp</c> or <c>evaluation</c>.</param>
/// <param name="NodeId">The one node that was tried out; null for the whole graph.</param>
/// <param name="MessageId">The answer that it wrote; null for a workflow.</param>
/// <param name="Inputs">What went in.</param>
/// <param name="Outputs">What came out; null until then.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="ElapsedTime">Seconds that it worked, without pauses.</param>
/// <param name="TotalTokens">Tokens that models counted.</param>
/// <param name="TotalPrice">What models cost, as a decimal number.</param>
/// <param name="Currency">Of the price; empty where no price is known.</param>
/// <param name="TotalSteps">How many nodes ran.</param>
/// <param name="ExceptionsCount">How many of them failed and were borne.</param>
/// <param name="UserId">The person of the console who started it.</param>
/// <param name="EndUser">The app's own name of who started it.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="FinishedAt">When it ended; null until then.</param>
internal sealed record WorkflowRunInfo(
    Guid Id,
    string Status,
    int? Version,
    string Source,
    string? NodeId,
    Guid? MessageId,
    JsonElement Inputs,
    JsonElement? Outputs,
    string? Error,
    double ElapsedTime,
    long TotalTokens,
    string TotalPrice,
    string Currency,
    int TotalSteps,
    int ExceptionsCount,
    Guid? UserId,
    string? EndUser,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt)
{
    public static WorkflowRunInfo Of(WorkflowRow row) => new(
        row.Id, row.Status, row.Version, row.Source, row.OnlyNode, row.MessageId, row.Inputs, row.Outputs, row.Error, row.Elapsed,
        row.TotalTokens, row.TotalPrice.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Currency, row.TotalSteps,
        row.Exceptions, row.Person.UserId, row.EndUser, row.CreatedAt, row.FinishedAt);
}
