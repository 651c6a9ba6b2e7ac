using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>A model that says what the test gives it, when the test gives it, and notices when it is cancelled.</summary>
internal sealed class HeldModel
{
    private readonly Channel<string> _texts = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the model was asked.</summary>
    public Task Asked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(10));

    /// <summary>Done when the call was cancelled from our side.</summary>
    public Task Cancelled => _cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));

    public void Say(string text) => _texts.Writer.TryWrite(text);

    public void End() => _texts.Writer.Complete();

    public async IAsyncEnumerable<ChatResponseUpdate> AnswerAsync(
        IReadOnlyList<ChatMessage> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Not disposed: the reader below is told of a cancel first, and leaving would take this registration away unheard.
        cancellationToken.Register(() => _cancelled.TrySetResult());
        _asked.TrySetResult();
        await foreach (var text in _texts.Reader.ReadAllAsync(cancellationToken))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, text);
        }

        yield return new ChatResponseUpdate { FinishReason = ChatFinishReason.Stop };
    }
}
