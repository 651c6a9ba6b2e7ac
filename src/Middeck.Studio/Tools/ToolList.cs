namespace Middeck.Studio.Tools;

/// <summary>What an app can be given.</summary>
internal sealed record ToolList(IReadOnlyList<ToolSummary> Data);
