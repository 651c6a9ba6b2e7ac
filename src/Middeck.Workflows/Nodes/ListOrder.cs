namespace Middeck.Workflows.Nodes;

/// <summary>How a list is sorted: files by an attribute, everything else by itself.</summary>
internal sealed record ListOrder(string Key, bool IsDescending);
