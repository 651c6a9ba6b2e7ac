using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;

namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>Asks a model and streams its text.</summary>
internal sealed class LlmNode(ModelTalk talk, LlmPromptWriter prompts) : INodeExecutor
{
    public string Type => NodeTypes.Llm;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var settings = context.Node.Settings(LlmSettings.Read);
        if (settings is { IsStructured: true, Schema: null })
        {
            throw new NodeException("LLMNodeError", "The node wants structured output and has no schema. Write one in the node.");
        }

        var choice = await talk.ChooseAsync(
            RunScope.Of(context).Caller, settings.Model.Name, ModelType.Llm, cancellationToken);
        var prompt = await prompts.WriteAsync(context, settings, cancellationToken);
        var call = new LlmCall(talk, context, settings, choice, prompt);
        try
        {
            return settings is { IsStructured: true, Schema: { } schema }
                ? await call.AskAsync(new StructuredAnswer(schema), cancellationToken)
                : await call.AskAsync(cancellationToken);
        }
        catch (FaultException ex)
        {
            // What the model was told is what people look for when it fails.
            return call.Result(NodeResult.Failure(ex.Fault.Code, ex.Fault.Detail));
        }
    }
}
