using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

/// <summary>Everything that a run told.</summary>
internal sealed class NodeRun
{
    public List<GraphEvent> Events { get; } = [];

    public RunFinished Finished => Events.OfType<RunFinished>().Single();

    /// <summary>What the reader was shown, piece by piece.</summary>
    public IReadOnlyList<string> Chunks => [.. Events.OfType<TextChunk>().Select(chunk => chunk.Text)];

    /// <summary>What the reader sees in the end.</summary>
    public string Text => Events.Aggregate("", (text, what) => what switch
    {
        TextChunk chunk => text + chunk.Text,
        TextReplaced replaced => replaced.Text,
        _ => text,
    });

    public string Thoughts => string.Concat(Events.OfType<ReasoningChunk>().Select(chunk => chunk.Text));

    public NodeResult Result(string node)
        => Events.OfType<NodeFinished>().Last(finished => finished.Execution.Node.Id == node).Record.Result;

    /// <summary>An output as JSON.</summary>
    public string Output(string node, string name) => Result(node).Outputs[name].ToJson();
}
