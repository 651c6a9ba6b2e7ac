using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary>The parameters and the body of a macro or of a call block, which is a macro without a name.</summary>
internal sealed class MacroBody(string? name, Name[] parameters, Expression[] defaults, Statement[] body, int line) : Node(line)
{
    private ScopeEntry? _entry;
    private FunctionScope? _function;
    private VariableRef[] _slots = [];
    private VariableRef? _caller;
    private VariableRef? _kwargs;
    private VariableRef? _varargs;

    public string? Name => name;

    public string[] Parameters { get; } = [.. parameters.Select(parameter => parameter.Text)];

    public bool CatchesNamed => _kwargs is not null;

    public bool CatchesPositional => _varargs is not null;

    public bool TakesCaller => _caller is not null || Array.IndexOf(Parameters, "caller") >= 0;

    /// <summary>Whether the caller is passed beside the parameters.</summary>
    public bool HasOwnCaller => _caller is not null;

    public override IEnumerable<Node> Children => [.. parameters, .. defaults, .. body];

    public override void Find(SymbolFinder finder)
    {
    }

    public override void Bind(Scope scope)
    {
        Budget.Room();
        var inside = scope.Function();
        inside.Find(Children);
        var used = Undeclared();
        if (used.Contains("caller") && Array.IndexOf(Parameters, "caller") is var at and >= 0 && at < parameters.Length - defaults.Length)
        {
            throw Failures.Assertion(
                "When defining macros or call blocks the special \"caller\" argument must be omitted or be given a default.", Line);
        }

        _caller = Special("caller", used, inside);
        _kwargs = Special("kwargs", used, inside);
        _varargs = Special("varargs", used, inside);
        _entry = inside.Entry();
        _slots = [.. Parameters.Select(inside.Reach)];
        _function = inside.Symbols.Function;
        inside.Bind(defaults);
        inside.Bind(body);
    }

    /// <summary>Writes the body.</summary>
    /// <param name="frame">The frame that the macro was defined in.</param>
    /// <param name="rendering">The rendering.</param>
    /// <param name="values">Of the parameters; <see cref="Missing"/> takes the default.</param>
    /// <param name="caller">The macro that a call block passed.</param>
    /// <param name="named">What no parameter takes.</param>
    /// <param name="positional">What is more than the parameters.</param>
    public string Invoke(
        Frame frame, Rendering rendering, object?[] values, object? caller, PyDict? named, PyTuple? positional)
    {
        var own = new Frame(rendering, _function!.Slots, frame);
        for (var i = 0; i < values.Length; i++)
        {
            _slots[i].Set(own, values[i]);
        }

        _caller?.Set(own, caller);
        _kwargs?.Set(own, named);
        _varargs?.Set(own, positional);
        rendering.Budget.Enter();
        var text = rendering.Capture(own, this, (macro, inside) => macro.Run(inside));
        rendering.Budget.Leave();
        return text;
    }

    private void Run(Frame frame)
    {
        _entry!.Enter(frame);
        for (var i = 0; i < _slots.Length; i++)
        {
            if (_slots[i].Get(frame) == (object)Missing.Value)
            {
                var at = i - (parameters.Length - defaults.Length);
                _slots[i].Set(frame, at >= 0
                    ? defaults[at].Evaluate(frame)
                    : Undefined.Because($"parameter '{Parameters[i]}' was not provided"));
            }
        }

        Statement.RunAll(body, frame);
    }

    private VariableRef? Special(string special, HashSet<string> used, Scope scope)
        => used.Contains(special) && Array.IndexOf(Parameters, special) < 0 ? scope.Reach(scope.Symbols.Declare(special)) : null;

    private HashSet<string> Undeclared()
    {
        var open = new HashSet<string>(["caller", "kwargs", "varargs"]);
        var used = new HashSet<string>();
        foreach (var found in body.SelectMany(statement => statement.All()).OfType<Name>())
        {
            if (open.Contains(found.Text))
            {
                _ = found.Use == NameUse.Load ? used.Add(found.Text) : open.Remove(found.Text);
            }
        }

        return used;
    }
}
