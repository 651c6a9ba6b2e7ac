namespace Middeck.Studio.Tools.Builtin.Json;

/// <summary>One step of a path: a name, a place, all members, or all below.</summary>
/// <param name="Name">A member's name; null for no name.</param>
/// <param name="Place">A place in a list, from the end when negative; null for none.</param>
/// <param name="IsDeep">Whether it is looked for at every depth.</param>
internal readonly record struct PathStep(string? Name, int? Place, bool IsDeep)
{
    /// <summary>Whether it means all members.</summary>
    public bool IsAll => Name is null && Place is null;
}
