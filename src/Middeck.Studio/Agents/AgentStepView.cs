namespace Middeck.Studio.Agents;

/// <summary>A step as the console shows it.</summary>
internal sealed record AgentStepView(
    Guid Id,
    int Position,
    string Thought,
    IReadOnlyList<AgentCallView> Calls,
    int AnswerEnd,
    DateTimeOffset CreatedAt,
    double? Duration)
{
    public static AgentStepView Of(AgentStep step) => new(
        step.Id, step.Position, step.Thought, [.. step.Calls.Select(AgentCallView.Of)], step.AnswerEnd, step.CreatedAt,
        step.Duration);
}
