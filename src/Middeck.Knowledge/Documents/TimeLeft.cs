namespace Middeck.Knowledge.Documents;

/// <summary>How long the present stage will take, if it goes on at its pace so far.</summary>
internal static class TimeLeft
{
    // A pace measured over less tells nothing.
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(1);

    /// <returns>Whole seconds, rounded up, as of the row's last change; null while nothing can be said.</returns>
    public static long? SecondsOf(DocumentRow row)
    {
        var done = row.StageDone - row.StageFrom;
        if (!row.Status.IsWorking() || row.StageStartedAt is not { } started || row.StageTotal <= 0 || done <= 0)
        {
            return null;
        }

        var elapsed = row.UpdatedAt - started;
        return elapsed < AtLeast
            ? null
            : (long)Math.Ceiling(elapsed.TotalSeconds / done * Math.Max(0, row.StageTotal - row.StageDone));
    }
}
