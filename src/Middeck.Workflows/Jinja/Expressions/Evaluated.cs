using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Expressions;

/// <summary>The values of several expressions.</summary>
internal static class Evaluated
{
    public static object?[] All(Expression[] expressions, Frame frame)
    {
        if (expressions.Length == 0)
        {
            return [];
        }

        var budget = frame.Rendering.Budget;
        budget.Items(expressions.Length);
        var values = new object?[expressions.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = expressions[i].Evaluate(frame);
            if (Str.Of(values[i]) is { } text)
            {
                budget.Text(text.Length);
            }
        }

        return values;
    }
}
