using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The value of what is not defined: prints as nothing, counts as false, and fails in any other use.</summary>
internal sealed class Undefined
{
    private readonly string? _hint;
    private readonly object? _name;
    private readonly object? _of = Missing.Value;

    private Undefined(string? hint, object? name, object? of)
    {
        _hint = hint;
        _name = name;
        _of = of;
    }

    public string Message => _hint ?? (_of == Missing.Value ? $"{Repr.Of(_name)} is undefined"
        : _name is string ? $"'{TypeNames.Object(_of)}' has no attribute {Repr.Of(_name)}"
        : $"{TypeNames.Object(_of)} has no element {Repr.Of(_name)}");

    public static Undefined Variable(string name) => new(null, name, Missing.Value);

    public static Undefined Because(string hint) => new(hint, null, Missing.Value);

    /// <summary>An attribute or item that an object does not have.</summary>
    public static Undefined Member(object? of, object? name) => new(null, name, of);

    public JinjaException Fail() => Failures.Undefined(Message);
}
