namespace Middeck.Studio.Tools;

/// <summary>A file that a tool made.</summary>
/// <param name="Name">With its extension, which tells what it is.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ToolFile(string Name, ReadOnlyMemory<byte> Content);
