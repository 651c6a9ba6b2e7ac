using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>
/// Writes into a chat's message. Its text is what the streaming has made of its template, so that what was shown and what is kept are
/// the same.
/// </summary>
internal sealed class AnswerNode : INodeExecutor
{
    public string Type => NodeTypes.Answer;

    public bool HasEffects => false;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var template = context.Node.Settings(node => TextTemplate.Parse(node.Data.Text("answer") ?? ""));
        var files = new List<Segment>();
        foreach (var part in template.Parts)
        {
            var value = part.Selector is null ? null : context.Variables.Find(part.Selector);
            files.AddRange(value switch
            {
                { Type: SegmentType.File } => [value],
                { Type: SegmentType.ArrayFile } => value.Items,
                _ => [],
            });
        }

        return ValueTask.FromResult(NodeResult.Success(new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
        {
            ["answer"] = Segment.Of(context.Execution.ResponseText),
            ["files"] = Segment.Of(files, SegmentType.ArrayFile),
        }));
    }
}
