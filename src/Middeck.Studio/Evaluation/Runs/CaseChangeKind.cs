namespace Middeck.Studio.Evaluation.Runs;

/// <summary>How a case moved from one run to another.</summary>
internal enum CaseChangeKind
{
    /// <summary>It passes now, or its score rose.</summary>
    Better,

    /// <summary>It passes no more, or its score fell.</summary>
    Worse,

    /// <summary>Neither.</summary>
    Same,
}
