namespace Middeck.Studio.Evaluation.Judges;

/// <summary>Who judges an answer.</summary>
internal enum JudgeKind
{
    /// <summary>A rule of the case.</summary>
    Rule,

    /// <summary>Its nearness to the expected answer.</summary>
    Similarity,

    /// <summary>A model.</summary>
    Model,
}
