namespace Middeck.Studio.Workflows.Nodes.Classify;

/// <summary>A class that texts are sorted into.</summary>
/// <param name="Id">Also the handle of the edges that are taken.</param>
/// <param name="Name">What belongs there, in words; may hold references.</param>
/// <param name="Label">What people see; null for none.</param>
internal sealed record TextClass(string Id, string Name, string? Label);
