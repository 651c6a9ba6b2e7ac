using Middeck.Studio.Agents;
using Middeck.Studio.Tools;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Agent;

/// <summary>
/// Makes the calls of an agent in a workflow, those of one step beside one another. Nobody is asked: the author has decided which
/// tools are called.
/// </summary>
internal sealed class AgentNodeCalls(ToolInvoker invoker, RunFiles files)
{
    /// <summary>What the model is told, in the order of the calls, and the files that were made.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>tools.not_found</c>: the node names a tool that nobody has.</exception>
    public async Task<IReadOnlyList<(AgentObservation Observation, IReadOnlyList<Segment> Files)>> RunAsync(
        NodeContext context, AgentToolbox tools, IReadOnlyList<AgentRequest> requests, AgentNodeLog log, string parent,
        CancellationToken cancellationToken)
    {
        using var alone = new SemaphoreSlim(1);
        return await Task.WhenAll(requests.Select(async (request, place) =>
        {
            var tool = tools.Find(request.Name);
            var isAlone = tool is { Tool.Info.IsParallel: false };
            if (isAlone)
            {
                await alone.WaitAsync(cancellationToken);
            }

            try
            {
                return await RunAsync(context, tools, tool, request, $"{parent}/{place}", log, parent, cancellationToken);
            }
            finally
            {
                if (isAlone)
                {
                    alone.Release();
                }
            }
        }));
    }

    private async Task<(AgentObservation Observation, IReadOnlyList<Segment> Files)> RunAsync(
        NodeContext context, AgentToolbox tools, BoundTool? tool, AgentRequest request, string key, AgentNodeLog log, string parent,
        CancellationToken cancellationToken)
    {
        var mask = new HiddenSecrets(context.Variables);
        var input = mask.Hide(request.Arguments is { } arguments ? SegmentJson.Read(arguments) : Segment.Of(request.Text));
        var step = log.Begin($"CALL {tool?.Name ?? request.Name}", parent, Data(input, null));
        if (tool is null || request.Arguments is not { } given)
        {
            var words = tool is null ? ToolInvoker.Unknown(tools, request) : ToolInvoker.NotJson(tool, request);
            step.Fail(Data(input, words), words);
            return (new AgentObservation(request, words), []);
        }

        try
        {
            var scope = RunScope.Of(context);
            var result = await invoker.InvokeAsync(
                new ToolContext(scope.Caller, scope.Person)
                {
                    IdempotencyKey = $"{context.IdempotencyKey}/{key}",
                    CallDepth = context.Request.CallDepth,
                },
                tool, given, cancellationToken);
            var kept = new List<Segment>(result.Files.Count);
            foreach (var file in result.Files)
            {
                kept.Add(Segment.Of(await files.KeepAsync(scope, file.Name, file.Content, cancellationToken)));
            }

            var text = invoker.Cut(result.Text);
            step.Succeed(Data(input, mask.Hide(text)));
            return (new AgentObservation(request, text), kept);
        }
        catch (Exception ex) when (invoker.Explain(ex, tool, cancellationToken) is { } words)
        {
            step.Fail(Data(input, mask.Hide(words)), mask.Hide(words));
            return (new AgentObservation(request, words), []);
        }
    }

    private static Segment Data(Segment input, string? output)
    {
        var data = new OrderedDictionary<string, Segment> { ["input"] = input };
        if (output is not null)
        {
            data["output"] = Segment.Of(output);
        }

        return Segment.Of(data);
    }
}
