using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;
using Middeck.Studio.Extensions;
using Middeck.Studio.Tracing;

namespace Middeck.Studio.ExternalData;

/// <summary>
/// Asks programs of the workspace for the values of variables: the point <c>app.external_data_tool.query</c> with the variable,
/// the question and what was filled in, answered by <c>{"result": "…"}</c>. All are asked at once.
/// </summary>
internal sealed class ExternalDataPreparation(ApiExtensionClient client) : IPreparation
{
    private const int LongestResult = 100_000;

    public async Task PrepareAsync(Turn turn, CancellationToken cancellationToken)
    {
        var tools = ExternalDataTool.Read(turn.Config);
        if (tools.Count == 0)
        {
            return;
        }

        var results = await Task.WhenAll(tools.Select(tool => AskAsync(turn, tool, cancellationToken)));
        var inputs = turn.Inputs.ValueKind == JsonValueKind.Object ? JsonObject.Create(turn.Inputs)! : [];
        foreach (var (tool, result) in tools.Zip(results))
        {
            inputs[tool.Variable] = result;
        }

        turn.Inputs = JsonSerializer.SerializeToElement(inputs, Json.Snake);
    }

    private Task<string> AskAsync(Turn turn, ExternalDataTool tool, CancellationToken cancellationToken)
        => turn.Run.Trace.RecordAsync(
            TraceKind.ExternalData, tool.Variable, new { turn.Query, turn.Inputs }, async step =>
            {
                var result = await FetchAsync(turn, tool, cancellationToken);
                step.Returns(result);
                return result;
            });

    private async Task<string> FetchAsync(Turn turn, ExternalDataTool tool, CancellationToken cancellationToken)
    {
        try
        {
            var app = turn.Run.Request.App;
            var answer = await client.AskAsync(
                app.WorkspaceId,
                tool.ExtensionId ?? throw ApiExtensionFaults.NotFound(),
                "app.external_data_tool.query",
                new { AppId = app.Id, ToolVariable = tool.Variable, turn.Inputs, turn.Query },
                cancellationToken);
            return answer.Member("result").Text() is { Length: <= LongestResult } result
                ? result
                : throw new FaultException(new Fault(
                    FaultKind.Upstream,
                    "extensions.failed",
                    $"The extension gave no text of at most {LongestResult:N0} characters in 'result'."));
        }
        catch (FaultException ex)
        {
            throw new FaultException(
                ex.Fault with
                {
                    Code = "chat.external_data_failed",
                    Detail = $"The value of the variable '{tool.Variable}' could not be fetched. {ex.Fault.Detail}",
                },
                ex);
        }
    }
}
