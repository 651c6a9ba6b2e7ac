using System.Text;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Values;

namespace Middeck.Workflows.Jinja.Text;

/// <summary><c>str.join</c></summary>
internal static class Joining
{
    /// <summary>The texts with a separator between them; fails for an item that is no text.</summary>
    public static string Join(string separator, object? items, Budget budget)
    {
        if (!Iteration.IsIterable(items))
        {
            throw Failures.Type("can only join an iterable");
        }

        var at = 0;
        return Join(separator, Iteration.Of(items, budget), item =>
        {
            at++;
            return Str.Of(item) ?? throw Failures.Type(FormattableString.Invariant(
                $"sequence item {at - 1}: expected str instance, {TypeNames.Of(item)} found"));
        }, budget);
    }

    public static string Join(string separator, IEnumerable<object?> items, Func<object?, string> text, Budget budget)
    {
        var joined = new StringBuilder();
        var first = true;
        foreach (var item in items)
        {
            joined.Append(first ? "" : separator).Append(text(item));
            first = false;
            if (joined.Length > budget.Limits.MaxText)
            {
                budget.Text(joined.Length);
            }
        }

        budget.Text(joined.Length);
        return joined.ToString();
    }
}
