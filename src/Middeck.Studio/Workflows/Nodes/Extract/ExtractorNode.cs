using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Extract;

/// <summary>
/// Has a model find values in a text. What it does not find is empty, and <c>__is_success</c> and <c>__reason</c> say so: a text that
/// does not hold the values is no failure of the node.
/// </summary>
internal sealed class ExtractorNode(ModelTalk talk, NodeQuestions questions, IOptions<StudioOptions> options) : INodeExecutor
{
    public string Type => NodeTypes.ParameterExtractor;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var settings = context.Node.Settings(ExtractorSettings.Read);
        if (settings.Parameters.Count == 0)
        {
            throw new NodeException("ParameterExtractorNodeError", "The node has no parameters to look for. Write them in the node.");
        }

        var scope = RunScope.Of(context);
        var choice = await talk.ChooseAsync(scope.Caller, settings.Model.Name, ModelType.Llm, cancellationToken);
        var query = PromptText.Of(context.Variables.Find(settings.Query) ?? Segment.Empty);
        var question = await questions.WriteAsync(context, ExtractorPrompt.User(query), settings.Vision, cancellationToken);
        var conversation = settings.Memory is { } memory ? memory.TextOf(memory.Of(scope, options.Value)) : "";
        var call = new ExtractorCall(talk, context, settings, choice, query, question, conversation);
        try
        {
            return await call.AskAsync(cancellationToken);
        }
        catch (FaultException ex)
        {
            return call.Result(NodeResult.Failure(ex.Fault.Code, ex.Fault.Detail));
        }
    }
}
