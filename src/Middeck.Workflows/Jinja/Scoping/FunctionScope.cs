namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>What has a <see cref="Running.Frame"/> of its own when it runs: the template, a macro, a recursive loop.</summary>
internal sealed class FunctionScope(FunctionScope? outer)
{
    public FunctionScope? Outer { get; } = outer;

    /// <summary>How many variables it has; final when all of it is bound.</summary>
    public int Slots { get; private set; }

    public Slot NewSlot() => new(this, Slots++);
}
