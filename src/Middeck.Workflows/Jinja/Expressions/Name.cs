using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary>A variable.</summary>
internal sealed class Name(string text, int line) : Expression(line), IAssignable
{
    private VariableRef _variable;

    public string Text => text;

    public NameUse Use { get; set; }

    public override string Kind => "name";

    public override IEnumerable<Node> Children => [];

    public override void Find(SymbolFinder finder)
    {
        switch (Use)
        {
            case NameUse.Load:
                finder.Symbols.Load(text);
                break;
            case NameUse.Store:
                finder.Symbols.Store(text);
                break;
            default:
                finder.Symbols.Declare(text);
                break;
        }
    }

    public override void Bind(Scope scope) => _variable = scope.Reach(text);

    public override object? Evaluate(Frame frame)
    {
        var value = _variable.Get(frame);
        return value == (object)Missing.Value ? Undefined.Variable(text) : value;
    }

    public void Assign(Frame frame, object? value) => _variable.Set(frame, value);
}
