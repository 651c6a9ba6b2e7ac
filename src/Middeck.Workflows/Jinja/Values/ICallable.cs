using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>What a template can call.</summary>
internal interface ICallable
{
    object? Call(Rendering rendering, Arguments arguments);
}
