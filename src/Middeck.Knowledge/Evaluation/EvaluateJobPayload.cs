namespace Middeck.Knowledge.Evaluation;

/// <summary>What the job of an evaluation needs.</summary>
internal sealed record EvaluateJobPayload(Guid EvaluationId);
