using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Scoping;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Statements;

/// <summary><c>{% if %} … {% elif %} … {% else %} … {% endif %}</c>. It is no scope: what it sets stays set.</summary>
internal sealed class IfStatement(IfBranch[] branches, Statement[] otherwise, int line) : Statement(line)
{
    public override IEnumerable<Node> Children => branches.SelectMany(branch => (Node[])[branch.Test, .. branch.Body]).Concat(otherwise);

    public override void Find(SymbolFinder finder)
    {
        Budget.Room();
        branches[0].Test.Find(finder);
        var outer = finder.Symbols;
        var first = Branch(finder, outer, branches[0].Body);
        finder.Symbols = outer.Branch();
        foreach (var branch in branches[1..])
        {
            branch.Test.Find(finder);
            var before = finder.Symbols;
            before.Merge(Branch(finder, before, branch.Body));
            finder.Symbols = before;
        }

        var middle = finder.Symbols;
        var last = Branch(finder, outer, otherwise);
        finder.Symbols = outer;
        outer.Merge(first, middle, last);
    }

    public override void Bind(Scope scope) => base.Bind(scope with { Soft = true });

    public override void Run(Frame frame)
    {
        Budget.Room();
        foreach (var branch in branches)
        {
            frame.Rendering.Line = branch.Line;
            if (Truth.Of(branch.Test.Evaluate(frame)))
            {
                RunAll(branch.Body, frame);
                return;
            }
        }

        RunAll(otherwise, frame);
    }

    private static Symbols Branch(SymbolFinder finder, Symbols around, Statement[] body)
    {
        finder.Symbols = around.Branch();
        finder.Visit(body);
        return finder.Symbols;
    }
}
