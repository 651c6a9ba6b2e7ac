namespace Middeck.Knowledge.Retrieval;

/// <summary>Collects what a search did while it does it. Used by one search at a time.</summary>
internal sealed class SearchTrace(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<string> _notes = [];
    private readonly List<StageTime> _timings = [];

    public IReadOnlyList<string> Notes => _notes;

    public IReadOnlyList<StageTime> Timings => _timings;

    /// <summary>Tells people something; the same sentence once.</summary>
    public void Note(string note)
    {
        lock (_lock)
        {
            if (!_notes.Contains(note))
            {
                _notes.Add(note);
            }
        }
    }

    /// <param name="stage">As it is shown.</param>
    /// <param name="work">Begun here: what it does before it first waits is most of a search in memory.</param>
    public async Task<T> TimeAsync<T>(string stage, Func<Task<T>> work)
    {
        var start = clock.GetTimestamp();
        var result = await work();
        lock (_lock)
        {
            _timings.Add(new StageTime(stage, Math.Round(clock.GetElapsedTime(start).TotalMilliseconds, 2)));
        }

        return result;
    }
}
