namespace Middeck.Workflows.Jinja.Values;

/// <summary>What <c>namespace()</c> gives: its attributes can be set from inside of loops.</summary>
internal sealed class Namespace(PyDict attributes) : IHasAttributes
{
    public string TypeName => "jinja2.utils.Namespace";

    public PyDict Attributes { get; } = attributes;

    public object? Attribute(string name) => Attributes.TryGet(name, out var value) ? value : Missing.Value;
}
