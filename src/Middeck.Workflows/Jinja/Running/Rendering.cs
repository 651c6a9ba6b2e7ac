using Middeck.Workflows.Jinja.Values;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Jinja.Running;

/// <summary>One rendering of a template. Not for several threads.</summary>
internal sealed class Rendering
{
    private readonly IReadOnlyDictionary<string, Segment> _variables;
    private Dictionary<string, object?>? _converted;

    public Rendering(IReadOnlyDictionary<string, Segment> variables, Budget budget)
    {
        _variables = variables;
        Budget = budget;
        Output = new Output(budget, isResult: true);
    }

    public Budget Budget { get; }

    /// <summary>Where text goes at this moment.</summary>
    public Output Output { get; set; }

    /// <summary>The line of the template that is being rendered.</summary>
    public int Line { get; set; } = 1;

    /// <summary>Whether texts that are not marked as safe are escaped for HTML.</summary>
    public bool Autoescape { get; set; }

    /// <summary>The value of a variable or global; <see cref="Missing"/> when there is none.</summary>
    public object? Resolve(string name)
    {
        if (_converted is not null && _converted.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!_variables.TryGetValue(name, out var segment))
        {
            return Globals.Find(name);
        }

        if (segment.Text is { } text)
        {
            return text;
        }

        // Lists and objects are converted once: what the template appends to one has to be there the next time.
        var value = Conversion.From(segment, Budget);
        (_converted ??= [])[name] = value;
        return value;
    }

    /// <summary>What an action writes, as a text.</summary>
    public string Capture<T>(Frame frame, T body, Action<T, Frame> write)
    {
        var saved = Output;
        Output = new Output(Budget, isResult: false);
        try
        {
            write(body, frame);
            return Output.Take();
        }
        finally
        {
            Output = saved;
        }
    }

    /// <summary>A text that a block wrote: safe when escaping is on.</summary>
    public object Written(string text) => Autoescape ? new Markup(text) : text;
}
