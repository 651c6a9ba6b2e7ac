using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>A method of a text, list, dict or number, together with it.</summary>
internal sealed class BoundMethod(object self, Method method) : ICallable
{
    public object? Call(Rendering rendering, Arguments arguments) => method(rendering, self, arguments);
}
