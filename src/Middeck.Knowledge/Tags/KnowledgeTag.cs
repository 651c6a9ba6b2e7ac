namespace Middeck.Knowledge.Tags;

/// <summary>A word that knowledge bases of the workspace are told apart by.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">The word.</param>
/// <param name="BindingCount">How many knowledge bases have it.</param>
internal sealed record KnowledgeTag(Guid Id, string Name, long BindingCount);
