using Middeck.Workflows.Jinja.Running;

namespace Middeck.Workflows.Jinja.Tests;

/// <summary>A test: what stands after <c>is</c>.</summary>
internal delegate object? Test(Rendering rendering, object? value, Arguments arguments);
