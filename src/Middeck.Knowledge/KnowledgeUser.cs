namespace Middeck.Knowledge;

/// <summary>An app that uses a knowledge base.</summary>
/// <param name="Id">The app.</param>
/// <param name="Name">Its name.</param>
/// <param name="Mode">Its kind, spelt as in the DSL.</param>
/// <param name="InDraft">Whether its draft uses the base.</param>
/// <param name="InPublished">Whether its published version uses the base: its users would notice.</param>
public sealed record KnowledgeUser(Guid Id, string Name, string Mode, bool InDraft, bool InPublished);
