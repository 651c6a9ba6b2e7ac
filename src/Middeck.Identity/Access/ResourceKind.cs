namespace Middeck.Identity.Access;

/// <summary>What access can be granted to singly.</summary>
public enum ResourceKind
{
    /// <summary>An app.</summary>
    App,

    /// <summary>A knowledge base.</summary>
    KnowledgeBase,
}
