namespace Middeck.Knowledge;

/// <summary>What a knowledge base is about, for whoever chooses among several.</summary>
/// <param name="Id">The base.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What its makers say of it; may be empty.</param>
public sealed record KnowledgeBaseTopic(Guid Id, string Name, string Description);
