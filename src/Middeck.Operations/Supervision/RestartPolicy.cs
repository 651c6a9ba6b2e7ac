namespace Middeck.Operations.Supervision;

/// <summary>How long to wait before a process that ended is started again, and when to stop trying.</summary>
internal sealed class RestartPolicy
{
    private const int MostFailures = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // One that ran so long was well; what ended it is a new story.
    private static readonly TimeSpan Stable = TimeSpan.FromMinutes(1);

    private int _failures;

    /// <summary>The pause after an exit; null when it ended eight times in a row soon after its start.</summary>
    public TimeSpan? AfterExit(TimeSpan ranFor)
    {
        _failures = ranFor >= Stable ? 1 : _failures + 1;
        if (_failures >= MostFailures)
        {
            return null;
        }

        var pause = FirstPause * Math.Pow(2, _failures - 1);
        return pause < LongestPause ? pause : LongestPause;
    }
}
