using System.Collections.Concurrent;
using Middeck.Workflows.Engine;

namespace Middeck.Workflows.Tests.Support;

/// <summary>Models that speak only when the test lets them: it can wait until one was asked, and make it say something or fail.</summary>
internal sealed class Gate
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<NodeContext>> _asked = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<NodeResult>> _answers = new();

    public FakeNode Node(string type = "llm") => new(type, async (context, cancellation) =>
    {
        Asked(context.Execution.Key).TrySetResult(context);
        return await Answer(context.Execution.Key).Task.WaitAsync(cancellation);
    });

    /// <summary>Waits until the node of that key works.</summary>
    public Task<NodeContext> WaitForAsync(string key) => Asked(key).Task;

    public bool IsAsked(string key) => Asked(key).Task.IsCompleted;

    public void Say(string key, string text) => Answer(key).SetResult(FakeNode.Text(text));

    public void Fail(string key, string error) => Answer(key).SetResult(NodeResult.Failure("ModelError", error));

    private TaskCompletionSource<NodeContext> Asked(string key)
        => _asked.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private TaskCompletionSource<NodeResult> Answer(string key)
        => _answers.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
