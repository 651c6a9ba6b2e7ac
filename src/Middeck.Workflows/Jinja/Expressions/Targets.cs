using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary>The left sides of assignments.</summary>
internal static class Targets
{
    /// <summary>Marks the names in it as assigned; refuses what cannot be.</summary>
    public static void Mark(Expression target, NameUse use)
    {
        switch (target)
        {
            case Name name:
                name.Use = use;
                break;
            case TupleExpression tuple:
                foreach (var item in tuple.Items)
                {
                    if (item is not (Name or TupleExpression or NamespaceTarget))
                    {
                        throw Failures.Syntax("can't assign to 'tuple'", target.Line);
                    }

                    Mark(item, use);
                }

                break;
            case NamespaceTarget:
                break;
            default:
                throw Failures.Syntax($"can't assign to '{target.Kind}'", target.Line);
        }
    }

    /// <summary>The same target once more, to be bound in another scope.</summary>
    public static Expression Copy(Expression target) => target switch
    {
        Name name => new Name(name.Text, name.Line) { Use = name.Use },
        TupleExpression tuple => new TupleExpression([.. tuple.Items.Select(Copy)], tuple.Line),
        _ => target,
    };

    /// <summary>The names in it, to be found as parameters of a scope.</summary>
    public static IEnumerable<Name> Names(Expression target) => target.All().OfType<Name>();
}
