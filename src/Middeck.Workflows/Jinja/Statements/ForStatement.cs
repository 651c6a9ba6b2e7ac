using Middeck.Workflows.Jinja.Expressions;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% for target in items if test recursive %} … {% else %} … {% endfor %}</c></summary>
internal sealed class ForStatement(
    Expression target, Expression items, Expression? test, Statement[] body, Statement[] otherwise, bool recursive, int line)
    : Statement(line)
{
    // The test has variables of its own: it looks ahead while the body still works on an item.
    private readonly Expression _testTarget = Targets.Copy(target);
    private ScopeEntry? _bodyEntry;
    private ScopeEntry? _testEntry;
    private ScopeEntry? _elseEntry;
    private FunctionScope? _function;
    private VariableRef? _loop;

    public override IEnumerable<Node> Children
        => test is null ? [target, items, .. body, .. otherwise] : [target, items, test, .. body, .. otherwise];

    public override void Find(SymbolFinder finder)
    {
        Budget.Room();
        items.Find(finder);
    }

    public override void Bind(Scope scope)
    {
        Budget.Room();
        if (All().OfType<Name>().FirstOrDefault(name => name is { Use: NameUse.Store, Text: "loop" }) is { } assigned)
        {
            throw Failures.Assertion("Can't assign to special loop variable in for-loop target", assigned.Line);
        }

        items.Bind(scope);
        var inside = recursive ? scope.Function() : scope;
        _function = recursive ? inside.Symbols.Function : null;
        BindBody(inside);
        if (test is not null)
        {
            var tested = inside.Inner();
            Declare(_testTarget, tested);
            tested.Find([test]);
            _testEntry = tested.Entry();
            _testTarget.Bind(tested);
            test.Bind(tested);
        }

        if (otherwise.Length > 0)
        {
            var last = inside.Inner();
            last.Find(otherwise);
            _elseEntry = last.Entry();
            last.Bind(otherwise);
        }
    }

    public override void Run(Frame frame)
    {
        Budget.Room();
        var rendering = frame.Rendering;
        rendering.Line = Line;
        var source = items.Evaluate(frame);
        if (recursive)
        {
            rendering.Output.Write(Recurse(frame, source, 0));
        }
        else
        {
            Loop(frame, source, null, 0);
        }
    }

    private void BindBody(Scope scope)
    {
        var inside = scope.Inner();
        Slot? loop = recursive || UsesLoop() ? inside.Symbols.Declare("loop") : null;
        Declare(target, inside);
        inside.Find(body);
        _bodyEntry = inside.Entry();
        _loop = loop is { } slot ? inside.Reach(slot) : null;
        target.Bind(inside);
        inside.Bind(body);
    }

    private bool UsesLoop() => body.SelectMany(statement => statement.All()).OfType<Name>()
        .Any(name => name is { Use: NameUse.Load, Text: "loop" });

    private static void Declare(Expression target, Scope scope)
    {
        foreach (var name in Targets.Names(target))
        {
            scope.Symbols.Declare(name.Text);
        }
    }

    private string Recurse(Frame frame, object? source, int depth)
    {
        var rendering = frame.Rendering;
        rendering.Budget.Enter();
        var own = new Frame(rendering, _function!.Slots, frame);
        var text = rendering.Capture(own, this, (loop, inside) => loop.Loop(
            inside, source, (deeper, level) => rendering.Written(loop.Recurse(frame, deeper, level)), depth));
        rendering.Budget.Leave();
        return text;
    }

    private void Loop(Frame frame, object? source, Func<object?, int, object?>? recurse, int depth)
    {
        var budget = frame.Rendering.Budget;
        var all = Iteration.Of(source, budget);
        all = test is null ? all : Tested(frame, all);
        var loop = _loop is null ? null : new LoopContext(test is null ? source : null, all, recurse, depth, budget);
        if (loop is not null)
        {
            _loop!.Value.Set(frame, Missing.Value);
        }

        var into = (IAssignable)target;
        var any = false;
        using var items = (loop?.Walk() ?? all).GetEnumerator();
        while (items.MoveNext())
        {
            any = true;
            into.Assign(frame, items.Current);
            if (loop is not null)
            {
                _loop!.Value.Set(frame, loop);
            }

            _bodyEntry!.Enter(frame);
            RunAll(body, frame);
        }

        _bodyEntry!.Leave(frame);
        if (!any && _elseEntry is not null)
        {
            _elseEntry.Enter(frame);
            RunAll(otherwise, frame);
            _elseEntry.Leave(frame);
        }
    }

    private IEnumerable<object?> Tested(Frame frame, IEnumerable<object?> all)
    {
        _testEntry!.Enter(frame);
        var into = (IAssignable)_testTarget;
        foreach (var item in all)
        {
            into.Assign(frame, item);
            if (Truth.Of(test!.Evaluate(frame)))
            {
                yield return item;
            }
        }
    }
}
