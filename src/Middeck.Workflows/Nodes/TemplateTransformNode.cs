using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Fills in a Jinja template.</summary>
internal sealed class TemplateTransformNode(ITemplateRenderer? templates) : INodeExecutor
{
    public string Type => NodeTypes.TemplateTransform;

    public bool HasEffects => false;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var renderer = templates ?? throw new NodeException("TemplateError", "Templates cannot be rendered here.");
        var inputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var (name, selector) in context.Node.Settings(node => NamedVariables.Read(node.Data, "variables")).All)
        {
            inputs[name] = context.Variables.Find(selector) ?? Segment.None;
        }

        var text = await renderer.RenderAsync(context.Node.Data.Text("template") ?? "", inputs, cancellationToken);
        if (text.Length > context.Options.MaxTemplateLength)
        {
            throw new NodeException(
                "OutputTooLongError", $"The text has {text.Length} characters; at most {context.Options.MaxTemplateLength} are allowed.");
        }

        return NodeResult.Success(new OrderedDictionary<string, Segment>(StringComparer.Ordinal) { ["output"] = Segment.Of(text) })
            with
        { Inputs = inputs };
    }
}
