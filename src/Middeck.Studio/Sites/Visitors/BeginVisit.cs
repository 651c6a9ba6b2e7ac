namespace Middeck.Studio.Sites.Visitors;

/// <summary>Opens a public page.</summary>
public sealed record BeginVisit
{
    /// <summary>Whether the page stands in a frame of another site, where it keeps itself who the visitor is.</summary>
    public bool Embedded { get; init; }
}
