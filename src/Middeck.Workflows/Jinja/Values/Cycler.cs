using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>What <c>cycler()</c> gives: one value after the other, again and again.</summary>
internal sealed class Cycler(object?[] items) : IHasAttributes
{
    private int _at;

    public string TypeName => "jinja2.utils.Cycler";

    public object? Attribute(string name) => name switch
    {
        "current" => items[_at],
        "pos" => (long)_at,
        "items" => new PyTuple(items),
        "next" => new Function(name, (_, arguments) => Next(arguments)),
        "reset" => new Function(name, (_, _) =>
        {
            _at = 0;
            return null;
        }),
        _ => Missing.Value,
    };

    private object? Next(Arguments arguments)
    {
        if (!arguments.IsEmpty)
        {
            throw Failures.Type("Cycler.next() takes 1 positional argument");
        }

        var value = items[_at];
        _at = (_at + 1) % items.Length;
        return value;
    }
}
