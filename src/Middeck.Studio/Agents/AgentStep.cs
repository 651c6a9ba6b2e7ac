namespace Middeck.Studio.Agents;

/// <summary>One step of an agent: what the model thought, and which tools it had called.</summary>
/// <param name="Id">The row's key.</param>
/// <param name="Position">From 1.</param>
/// <param name="Thought">What the model wrote besides its calls; in the last step, its answer.</param>
/// <param name="Calls">Empty in the last step.</param>
/// <param name="AnswerEnd">How long the answer was when the model had written this step's part of it.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="Duration">Seconds, model and tools; null while it goes on.</param>
internal sealed record AgentStep(
    Guid Id,
    int Position,
    string Thought,
    IReadOnlyList<AgentCall> Calls,
    int AnswerEnd,
    DateTimeOffset CreatedAt,
    double? Duration);
