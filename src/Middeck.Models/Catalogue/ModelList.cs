namespace Middeck.Models.Catalogue;

/// <summary>The models of a workspace that can be chosen.</summary>
/// <param name="Data">By provider in the order they were made, the builtin one last.</param>
public sealed record ModelList(IReadOnlyList<ModelEntry> Data);
