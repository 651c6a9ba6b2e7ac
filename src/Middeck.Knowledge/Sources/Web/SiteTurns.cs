namespace Middeck.Knowledge.Sources.Web;

/// <summary>Lets one request at a time go to each site, whatever runs want to read it.</summary>
internal sealed class SiteTurns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Turn> _turns = [];

    /// <summary>Waits for the turn; disposing hands it on.</summary>
    public async Task<IDisposable> TakeAsync(string site, CancellationToken cancellationToken)
    {
        Turn turn;
        lock (_lock)
        {
            turn = _turns.TryGetValue(site, out var present) ? present : _turns[site] = new Turn();
            turn.Wanted++;
        }

        try
        {
            await turn.Gate.WaitAsync(cancellationToken);
            return new Held(this, site, turn);
        }
        catch
        {
            Leave(site, turn);
            throw;
        }
    }

    private void Leave(string site, Turn turn)
    {
        lock (_lock)
        {
            if (--turn.Wanted == 0)
            {
                _turns.Remove(site);
                turn.Gate.Dispose();
            }
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Wanted { get; set; }
    }

    private sealed class Held(SiteTurns turns, string site, Turn turn) : IDisposable
    {
        public void Dispose()
        {
            turn.Gate.Release();
            turns.Leave(site, turn);
        }
    }
}
