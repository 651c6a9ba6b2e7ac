using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>A function or a method that is bound to its object.</summary>
internal sealed class Function(string name, Func<Rendering, Arguments, object?> body) : ICallable
{
    public string Name { get; } = name;

    public object? Call(Rendering rendering, Arguments arguments) => body(rendering, arguments);
}
