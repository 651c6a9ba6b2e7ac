using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Tools;

/// <summary>Calls a tool, wherever it comes from.</summary>
internal sealed class ToolNode(
    ToolCatalogue catalogue, RunFiles files, IOptions<StudioOptions> options, TimeProvider clock) : INodeExecutor
{
    public string Type => NodeTypes.Tool;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var (scope, inputs) = (RunScope.Of(context), context.Node.Settings(ToolInputs.Read));
        var reference = inputs.Reference ?? throw new NodeException("ToolNotFoundError", "The node names no tool. Choose one.");
        var tool = await catalogue.FindAsync(scope.WorkspaceId, reference, cancellationToken)
            ?? throw new NodeException("ToolNotFoundError", Missing(reference));
        var arguments = inputs.Evaluate(tool.Info.Parameters, context.Variables);
        var shown = new HiddenSecrets(context.Variables);
        var given = arguments.ToDictionary(argument => argument.Key, argument => shown.Hide(argument.Value));
        try
        {
            var result = await InvokeAsync(tool, arguments, scope, context, cancellationToken);
            return NodeResult.Success(await OutputsAsync(result, scope, context.Node, cancellationToken)) with
            {
                Inputs = given,
                Metadata = new Dictionary<string, Segment> { ["tool_info"] = Describe(reference, tool) },
            };
        }
        catch (FaultException ex)
        {
            return NodeResult.Failure("ToolInvokeError", $"Failed to invoke tool {reference.ToolName}: {shown.Hide(ex.Fault.Detail)}") with
            { Inputs = given };
        }
    }

    private async Task<ToolResult> InvokeAsync(
        ITool tool, IReadOnlyDictionary<string, Segment> arguments, RunScope scope, NodeContext context, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ToolTimeout), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var document = JsonDocument.Parse(Segment.Of(arguments).ToJson());
            return await tool.InvokeAsync(
                new ToolContext(scope.Caller, scope.Person)
                {
                    IdempotencyKey = context.IdempotencyKey,
                    CallDepth = context.Request.CallDepth,
                },
                document.RootElement,
                either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ToolFaults.Failed($"it took longer than {options.Value.ToolTimeout} seconds and was ended.");
        }
    }

    private async Task<OrderedDictionary<string, Segment>> OutputsAsync(
        ToolResult result, RunScope scope, GraphNode node, CancellationToken cancellationToken)
    {
        var kept = new List<Segment>(result.Files.Count);
        foreach (var file in result.Files)
        {
            kept.Add(Segment.Of(await files.KeepAsync(scope, file.Name, file.Content, cancellationToken)));
        }

        var json = result.Json is { } given ? SegmentJson.Read(given) : null;
        var outputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
        {
            ["text"] = Segment.Of(result.Text),
            ["files"] = Segment.Of(kept, SegmentType.ArrayFile),
            ["json"] = json is null ? Segment.Of([NoData]) : json.IsArray ? json : Segment.Of([json]),
        };
        foreach (var name in Declared(node).Where(name => !outputs.ContainsKey(name)))
        {
            outputs[name] = json?.Fields.GetValueOrDefault(name) ?? Segment.None;
        }

        return outputs;
    }

    private static Segment NoData => Segment.Of(new Dictionary<string, Segment> { ["data"] = Segment.EmptyArray });

    // {"output_schema": {"properties": {"city": {"type": "string"}}}}
    private static IEnumerable<string> Declared(GraphNode node)
        => node.Data.Member("output_schema").Member("properties") is { ValueKind: JsonValueKind.Object } properties
            ? properties.EnumerateObject().Select(property => property.Name)
            : [];

    private static Segment Describe(ToolReference reference, ITool tool) => Segment.Of(new OrderedDictionary<string, Segment>
    {
        ["provider_type"] = Segment.Of(reference.ProviderType),
        ["provider_id"] = Segment.Of(reference.ProviderId),
        ["tool_name"] = Segment.Of(reference.ToolName),
        ["icon"] = Segment.Of(tool.Info.Icon),
    });

    private static string Missing(ToolReference reference)
        => $"The tool '{reference.ToolName}' of '{reference.ProviderName ?? reference.ProviderId}' is not on this platform. "
            + "Choose another one, or add its provider to the tools of the workspace.";
}
