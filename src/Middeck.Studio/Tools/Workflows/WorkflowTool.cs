using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Workflows.Runs;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tools.Workflows;

/// <summary>Runs a published workflow and hands back its outputs: a single text as it is, anything else as JSON.</summary>
internal sealed class WorkflowTool(AppSnapshot app, WorkflowSource source, WorkflowInputs inputs, WorkflowRunner runner) : ITool
{
    public ToolInfo Info { get; } = new(
        AppSchema.NameOf(app.Name, app.Id), new ToolWords(app.Name, app.Name),
        new ToolWords(Words(app), Words(app)), AppSchema.Of(app), "🔀");

    public async Task<ToolResult> InvokeAsync(ToolContext context, JsonElement arguments, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<string, Segment> values;
        try
        {
            values = inputs.Check(app, arguments, []);
        }
        catch (FaultException ex)
        {
            throw ToolFaults.Argument(ex.Fault.Detail);
        }

        var run = await runner.StartAsync(
            new WorkflowStart(
                app, source, context.Person ?? default, context.Caller.EndUser, context.Caller.KeyId, values)
            {
                CallDepth = context.CallDepth + 1,
            },
            cancellationToken);
        await using (cancellationToken.Register(() => run.Cancel(CancelReason.Stopped)))
        {
            await run.WaitForTurnAsync(cancellationToken);
            await run.Stream.End.WaitAsync(cancellationToken);
        }

        return run.Finished switch
        {
            null => throw ToolFaults.Failed($"'{app.Name}' waits for a person, so it cannot be used as a tool."),
            { Status: RunStatus.Failed or RunStatus.Stopped } finished
                => throw ToolFaults.Failed($"'{app.Name}' failed: {finished.Error ?? "it was stopped"}"),
            var finished => Of(Segment.Of(finished.Outputs)),
        };
    }

    private static ToolResult Of(Segment outputs)
    {
        var json = outputs.ToJson();
        return new ToolResult(outputs.Fields is { Count: 1 } one && one.Values.First().Text is { } text ? text : json)
        {
            Json = JsonSerializer.Deserialize<JsonElement>(json),
        };
    }

    private static string Words(AppSnapshot app) => app.Description.Length > 0 ? app.Description : app.Name;
}
