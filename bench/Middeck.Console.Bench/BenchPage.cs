namespace Middeck.Console.Bench;

/// <summary>A page that is measured.</summary>
/// <param name="Path">Below the workspace, or of the installation when it begins with a stroke; with the names of ids in braces.</param>
/// <param name="ScriptLimit">How many compressed KB of scripts it may load cold.</param>
internal sealed record BenchPage(string Path, int ScriptLimit)
{
    private const int List = 350;

    public static IReadOnlyList<BenchPage> All { get; } =
    [
        new("", List), new("chat", 300), new("chat/{last}", 300), new("apps", List), new("apps/{app}", 430), new("knowledge", List),
        new("knowledge/{base}", List), new("knowledge/{base}/documents/{document}", List), new("providers", List), new("keys", List),
        new("usage", List), new("ops/jobs", List), new("obs/errors", List), new("members", List), new("audit", List),
        new("settings", List), new("/s/{site}", 180),
    ];
}
