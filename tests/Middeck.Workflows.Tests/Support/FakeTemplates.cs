using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Support;

/// <summary>Fills in <c>{{ name }}</c> and nothing else.</summary>
internal sealed class FakeTemplates : ITemplateRenderer
{
    public ValueTask<string> RenderAsync(
        string template, IReadOnlyDictionary<string, Segment> variables, CancellationToken cancellationToken)
        => ValueTask.FromResult(variables.Aggregate(
            template, (text, pair) => text.Replace($"{{{{ {pair.Key} }}}}", PromptText.Of(pair.Value), StringComparison.Ordinal)));
}
