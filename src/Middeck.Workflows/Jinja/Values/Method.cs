using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>A method of a type of values.</summary>
internal delegate object? Method(Rendering rendering, object self, Arguments arguments);
