using Middeck.Studio.Evaluation.Runs;

namespace Middeck.Studio.Evaluation.Bars;

/// <summary>Whether an app's draft may be published.</summary>
/// <param name="Bar">What it has to reach; null when nothing is demanded.</param>
/// <param name="IsReached">Whether it may.</param>
/// <param name="Run">The run that reached it, else the newest one of exactly this draft over the set as it is; null for none.</param>
internal sealed record PublishBarStatus(PublishBar? Bar, bool IsReached, AppEvaluation? Run)
{
    public static PublishBarStatus Of(PublishBar? bar, IReadOnlyList<AppEvaluation> runs)
    {
        if (bar is null)
        {
            return new PublishBarStatus(null, true, null);
        }

        var good = runs.FirstOrDefault(run => Reaches(run.Figures, bar));
        return new PublishBarStatus(bar, good is not null, good ?? (runs.Count > 0 ? runs[0] : null));
    }

    private static bool Reaches(EvaluationFigures figures, PublishBar bar)
        => figures.PassRate >= bar.Passed
            && (bar.Similarity is null || figures.Similarity >= bar.Similarity)
            && (bar.Model is null || figures.ModelScore >= bar.Model);
}
