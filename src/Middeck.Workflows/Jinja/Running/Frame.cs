namespace Middeck.Workflows.Jinja.Running;

/// <summary>The variables of one call of a macro, of a recursive loop, or of the template itself.</summary>
internal sealed class Frame(Rendering rendering, int slots, Frame? outer)
{
    public Rendering Rendering { get; } = rendering;

    /// <summary>Where the code stands in that is being run; macros see its variables.</summary>
    public Frame? Outer { get; } = outer;

    /// <summary>The values; <see cref="Values.Missing"/> is none yet.</summary>
    public object?[] Slots { get; } = new object?[slots];
}
