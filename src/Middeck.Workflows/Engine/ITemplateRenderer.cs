using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>Fills in Jinja templates.</summary>
public interface ITemplateRenderer
{
    /// <summary>The text. Throws a <see cref="NodeException"/> when the template is wrong or asks too much.</summary>
    ValueTask<string> RenderAsync(
        string template, IReadOnlyDictionary<string, Segment> variables, CancellationToken cancellationToken);
}
