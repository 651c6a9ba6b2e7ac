using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Bases;

/// <summary>What counts how much in a weighted score.</summary>
public sealed record HybridWeights
{
    private const double More = 0.7;
    private const double Less = 0.3;

    /// <summary>Whether the numbers count or a fixed share.</summary>
    public WeightType WeightType { get; init; } = WeightType.Customized;

    /// <summary>Of the cosine, 0 to 1.</summary>
    [Range(0d, 1d)]
    public double VectorWeight { get; init; } = More;

    /// <summary>Of the words' score, 0 to 1.</summary>
    [Range(0d, 1d)]
    public double KeywordWeight { get; init; } = Less;

    internal double Vector => WeightType switch
    {
        WeightType.SemanticFirst => More,
        WeightType.KeywordFirst => Less,
        _ => VectorWeight,
    };

    internal double Keyword => WeightType switch
    {
        WeightType.SemanticFirst => Less,
        WeightType.KeywordFirst => More,
        _ => KeywordWeight,
    };
}
