using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Supervision;

/// <summary>How long to wait before a process that ended is started again, and when to stop trying.</summary>
internal sealed class RestartPolicy(ServiceRestart rules)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    // One that ran so long was well; what ended it is a new story.
    private static readonly TimeSpan Stable = TimeSpan.FromMinutes(1);

    private int _failures;

    /// <summary>Whether an end is answered with a start.</summary>
    public bool Answers(int? exitCode) => rules.When switch
    {
        RestartWhen.Always => true,
        RestartWhen.OnFailure => exitCode != 0,
        _ => false,
    };

    /// <summary>The pause after an exit; null when it ended too often in a row, each time soon after its start.</summary>
    public TimeSpan? AfterExit(TimeSpan ranFor)
    {
        _failures = ranFor >= Stable ? 1 : _failures + 1;
        if (_failures >= rules.MostFailures)
        {
            return null;
        }

        // Twenty doublings are more than a day: beyond that the number would only overflow.
        var pause = FirstPause * Math.Pow(2, Math.Min(_failures - 1, 20));
        return pause < rules.LongestPause ? pause : rules.LongestPause;
    }
}
