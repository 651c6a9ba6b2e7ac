using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

/// <summary>Templates that are the names and values that they may use.</summary>
internal sealed class ListedTemplates : ITemplateRenderer
{
    public ValueTask<string> RenderAsync(
        string template, IReadOnlyDictionary<string, Segment> variables, CancellationToken cancellationToken)
        => ValueTask.FromResult($"{template}: {Segment.Of(variables).ToJson()}");
}
