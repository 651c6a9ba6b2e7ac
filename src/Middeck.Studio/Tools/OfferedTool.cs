namespace Middeck.Studio.Tools;

/// <summary>A tool that can be chosen.</summary>
/// <param name="Reference">How the DSL names it.</param>
/// <param name="Tool">The tool.</param>
internal sealed record OfferedTool(ToolReference Reference, ITool Tool);
