using System.Collections.Concurrent;

namespace Middeck.Studio.Suggestions;

/// <summary>Makes something once for all who ask for it at the same time on this node.</summary>
internal sealed class SingleFlight<TKey, TValue> where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Lazy<Task<TValue>>> _making = new();

    /// <param name="key">What it is made for.</param>
    /// <param name="make">Makes it. None of those who wait may end it for the others, so it has to end by itself.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<TValue> RunAsync(TKey key, Func<Task<TValue>> make, CancellationToken cancellationToken)
        => _making.GetOrAdd(key, _ => new Lazy<Task<TValue>>(() => MakeAsync(key, make))).Value.WaitAsync(cancellationToken);

    private async Task<TValue> MakeAsync(TKey key, Func<Task<TValue>> make)
    {
        try
        {
            return await make();
        }
        finally
        {
            _making.TryRemove(key, out _);
        }
    }
}
