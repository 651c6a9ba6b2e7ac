using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Filters;

/// <summary>A filter: makes another value of a value.</summary>
internal delegate object? Filter(Rendering rendering, object? value, Arguments arguments);
