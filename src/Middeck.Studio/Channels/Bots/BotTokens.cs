using System.Collections.Concurrent;

namespace Middeck.Studio.Channels.Bots;

/// <summary>
/// What platforms hand out for a bot's secrets and may be used for hours: in memory only, forgotten before it expires, when the
/// bot is changed, and when the platform does not take it any more.
/// </summary>
internal sealed class BotTokens(TimeProvider clock)
{
    // A token that ends on its way is refused.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<(Guid Channel, DateTimeOffset Changed, string What), (string Value, DateTimeOffset Until)>
        _known = new();

    /// <summary>Does the work with a token; once more with a new one when the platform does not take it.</summary>
    /// <exception cref="BotCallException">The platform refuses both, or something else.</exception>
    public async Task<T> WithAsync<T>(
        BotChannel bot,
        Func<CancellationToken, Task<(string Token, TimeSpan Lasts)>> fetch,
        Func<string, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        try
        {
            return await work(await GetAsync(bot, "token", fetch, cancellationToken), cancellationToken);
        }
        catch (BotCallException ex) when (ex.Trouble == BotTrouble.TokenExpired)
        {
            _known.TryRemove(KeyOf(bot, "token"), out _);
        }

        try
        {
            return await work(await GetAsync(bot, "token", fetch, cancellationToken), cancellationToken);
        }
        catch (BotCallException ex) when (ex.Trouble == BotTrouble.TokenExpired)
        {
            throw new BotCallException(BotTrouble.Refused, ex.Message, null, ex);
        }
    }

    /// <summary>What is remembered under a name, or fetched and remembered.</summary>
    public async Task<string> GetAsync(
        BotChannel bot,
        string what,
        Func<CancellationToken, Task<(string Value, TimeSpan Lasts)>> fetch,
        CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(KeyOf(bot, what), out var known) && clock.GetUtcNow() < known.Until)
        {
            return known.Value;
        }

        var (value, lasts) = await fetch(cancellationToken);
        if (_known.Count >= Capacity)
        {
            _known.Clear();
        }

        _known[KeyOf(bot, what)] = (value, clock.GetUtcNow() + lasts - Margin);
        return value;
    }

    private static (Guid, DateTimeOffset, string) KeyOf(BotChannel bot, string what) => (bot.Row.Id, bot.Row.UpdatedAt, what);
}
