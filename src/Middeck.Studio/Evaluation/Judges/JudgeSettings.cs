namespace Middeck.Studio.Evaluation.Judges;

/// <summary>How answers are judged besides by the rules of their cases.</summary>
public sealed record JudgeSettings
{
    /// <summary>Null when answers are not compared with the expected ones.</summary>
    public SimilaritySettings? Similarity { get; init; }

    /// <summary>Null when no model grades them.</summary>
    public ModelJudgeSettings? Model { get; init; }
}
