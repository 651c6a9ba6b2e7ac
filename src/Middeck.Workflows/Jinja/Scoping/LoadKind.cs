namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>What a variable holds when its scope is entered.</summary>
internal enum LoadKind
{
    /// <summary>What the scope is given.</summary>
    Parameter,

    /// <summary>The template's variable or global of that name.</summary>
    Resolve,

    /// <summary>The value of the variable of that name around the scope.</summary>
    Alias,

    /// <summary>Nothing yet.</summary>
    Nothing,
}
