using System.Threading.Channels;
using Middeck.Studio.Answering;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Comes after everything else that follows an answer, and says so.</summary>
internal sealed class LastAftermath : IAftermath
{
    private readonly Channel<Guid> _followed = Channel.CreateUnbounded<Guid>();

    public Task FollowAsync(Turn turn, CancellationToken cancellationToken)
    {
        _followed.Writer.TryWrite(turn.Run.Id);
        return Task.CompletedTask;
    }

    /// <summary>Waits until all that follows the next answer is done.</summary>
    public async Task WaitAsync() => await _followed.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
}
