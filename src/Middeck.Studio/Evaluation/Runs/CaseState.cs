namespace Middeck.Studio.Evaluation.Runs;

/// <summary>How far a case of a run is.</summary>
internal enum CaseState
{
    /// <summary>Not asked yet.</summary>
    Waiting,

    /// <summary>Answered and judged.</summary>
    Done,

    /// <summary>There is no answer, or it could not be judged.</summary>
    Failed,
}
