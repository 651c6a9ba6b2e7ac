using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary><c>ns.attribute</c> on the left of an assignment.</summary>
internal sealed class NamespaceTarget(string name, string attribute, int line) : Expression(line), IAssignable
{
    private VariableRef _variable;

    public override IEnumerable<Node> Children => [];

    public override void Find(SymbolFinder finder) => finder.Symbols.Load(name);

    public override void Bind(Scope scope) => _variable = scope.Reach(name);

    public override object? Evaluate(Frame frame) => _variable.Get(frame);

    public void Check(Frame frame)
    {
        if (_variable.Get(frame) is not Namespace)
        {
            throw Failures.Runtime("cannot assign attribute on non-namespace object");
        }
    }

    public void Assign(Frame frame, object? value)
        => DictMethods.Set(((Namespace)_variable.Get(frame)!).Attributes, attribute, value, frame.Rendering.Budget);
}
