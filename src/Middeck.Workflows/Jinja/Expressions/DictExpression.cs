using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>{'a': b}</c></summary>
internal sealed class DictExpression((Expression Key, Expression Value)[] items, int line) : Expression(line)
{
    public override string Kind => "dict";

    public override IEnumerable<Node> Children => items.SelectMany(item => (Node[])[item.Key, item.Value]);

    public override object? Evaluate(Frame frame)
    {
        var dict = new PyDict();
        foreach (var (key, value) in items)
        {
            DictMethods.Set(dict, key.Evaluate(frame), value.Evaluate(frame), frame.Rendering.Budget);
        }

        return dict;
    }
}
