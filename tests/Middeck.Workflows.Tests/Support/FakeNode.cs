using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Support;

/// <summary>A node with effects that does what a test says.</summary>
internal sealed class FakeNode(string type, Func<NodeContext, CancellationToken, ValueTask<NodeResult>> work) : INodeExecutor
{
    public string Type => type;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken) => work(context, cancellationToken);

    /// <summary>A model that says at once what its node's field <c>says</c> holds, references filled in.</summary>
    public static FakeNode Model(string type = "llm") => new(type, (context, _) => ValueTask.FromResult(Text(Says(context))));

    /// <summary>A model that says it in pieces of three letters, giving way between them.</summary>
    public static FakeNode Streaming(string type = "llm") => new(type, async (context, _) =>
    {
        var text = Says(context);
        foreach (var piece in text.Chunk(3))
        {
            await Task.Yield();
            context.Stream("text", new string(piece));
        }

        return Text(text);
    });

    public static string Says(NodeContext context)
        => TextTemplate.Parse(context.Node.Data.TryGetProperty("says", out var says) ? says.GetString()! : context.Node.Id).Render(context.Variables);

    public static NodeResult Text(string text) => NodeResult.Success(new Dictionary<string, Segment> { ["text"] = Segment.Of(text) });
}
