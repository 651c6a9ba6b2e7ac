using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>What <c>joiner()</c> gives: nothing the first time that it is called, then the separator.</summary>
internal sealed class Joiner(object? separator) : ICallable, IHasAttributes
{
    private bool _used;

    public string TypeName => "jinja2.utils.Joiner";

    public object? Call(Rendering rendering, Arguments arguments)
    {
        if (!_used)
        {
            _used = true;
            return "";
        }

        return separator;
    }

    public object? Attribute(string name) => name switch
    {
        "sep" => separator,
        "used" => _used,
        _ => Missing.Value,
    };
}
