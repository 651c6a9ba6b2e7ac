using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Syntax;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary>A template that has been read and can be rendered any number of times, by several threads at once.</summary>
internal sealed class Template
{
    private readonly Statement[] _body;
    private readonly ScopeEntry _entry;
    private readonly FunctionScope _function = new(null);

    private Template(Statement[] body)
    {
        _body = body;
        var scope = new Scope(new Symbols(null, _function), Soft: false, Escaping.Off);
        scope.Find(body);
        _entry = scope.Entry();
        scope.Bind(body);
    }

    /// <summary>Throws a <see cref="JinjaException"/> that names the line.</summary>
    public static Template Read(string source) => new(TemplateParser.Parse(source));

    public string Render(Rendering rendering)
    {
        var frame = new Frame(rendering, _function.Slots, outer: null);
        _entry.Enter(frame);
        Statement.RunAll(_body, frame);
        return rendering.Output.Take();
    }
}
