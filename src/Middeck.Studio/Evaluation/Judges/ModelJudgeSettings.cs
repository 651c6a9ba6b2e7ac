using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Evaluation.Judges;

/// <summary>Lets a model grade answers from 1 to 5.</summary>
public sealed record ModelJudgeSettings
{
    /// <summary>The grade from which on an answer passes, 1 to 5.</summary>
    [Range(1.0, 5.0)]
    public double Threshold { get; init; } = 4;

    /// <summary><c>provider/model</c>; null for the workspace's default.</summary>
    [StringLength(1_000)]
    public string? Model { get; init; }

    /// <summary>What makes an answer good; empty for what is usually meant.</summary>
    [StringLength(8_000)]
    public string Instruction { get; init; } = "";
}
