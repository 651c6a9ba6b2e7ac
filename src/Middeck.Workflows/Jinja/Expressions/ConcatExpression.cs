using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Text;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>a ~ b</c>: the texts of the values, one after the other.</summary>
internal sealed class ConcatExpression(Expression[] parts, int line) : Expression(line)
{
    private Escaping _escaping;

    public override IEnumerable<Node> Children => parts;

    public override void Bind(Scope scope)
    {
        _escaping = scope.Escaping;
        base.Bind(scope);
    }

    public override object? Evaluate(Frame frame)
    {
        var budget = frame.Rendering.Budget;
        var values = Array.ConvertAll(parts, part => part.Evaluate(frame));
        // Where escaping is on, one safe text makes the whole safe.
        var safe = Escapes(frame) && Array.Exists(values, value => value is Markup);
        var texts = Array.ConvertAll(values, value => safe ? Html.Escape(value, budget) : Repr.Str(value, budget));
        budget.Text(texts.Sum(text => (long)text.Length));
        var joined = string.Concat(texts);
        return safe ? new Markup(joined) : joined;
    }

    private bool Escapes(Frame frame) => _escaping == Escaping.On || (_escaping == Escaping.AtRuntime && frame.Rendering.Autoescape);
}
