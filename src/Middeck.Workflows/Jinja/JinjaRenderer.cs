using System.Globalization;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Jinja;

/// <summary>
/// Renders Jinja2 templates in this process, as Jinja2 3.1 does with its own defaults: no escaping, undefined variables print as
/// nothing. A template reaches nothing but its variables. Source: https://jinja.palletsprojects.com/en/stable/templates/
/// </summary>
public sealed class JinjaRenderer : ITemplateRenderer
{
    private readonly TemplateCache _templates = new();
    private readonly JinjaLimits _limits;
    private readonly TimeProvider _clock;

    /// <param name="options">The limits of runs, of which the length of a template's text counts here.</param>
    /// <param name="clock">Measures how long a rendering takes.</param>
    public JinjaRenderer(GraphEngineOptions? options = null, TimeProvider? clock = null)
        : this(new JinjaLimits { MaxLength = (options ?? new()).MaxTemplateLength }, clock ?? TimeProvider.System)
    {
    }

    /// <param name="limits">What one rendering may use.</param>
    /// <param name="clock">Measures how long a rendering takes.</param>
    public JinjaRenderer(JinjaLimits limits, TimeProvider clock)
    {
        _limits = limits;
        _clock = clock;
    }

    /// <inheritdoc/>
    public ValueTask<string> RenderAsync(
        string template, IReadOnlyDictionary<string, Segment> variables, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Render(template, variables, cancellationToken));
    }

    private string Render(string template, IReadOnlyDictionary<string, Segment> variables, CancellationToken cancellationToken)
    {
        var rendering = new Rendering(variables, new Budget(_limits, _clock, cancellationToken));
        try
        {
            return _templates.Get(template).Render(rendering);
        }
        catch (JinjaException failure)
        {
            var line = failure.Line > 0 ? failure.Line : rendering.Line;
            throw new NodeException(
                failure.Kind, string.Create(CultureInfo.InvariantCulture, $"line {line}: {failure.Message}"), failure);
        }
    }
}
