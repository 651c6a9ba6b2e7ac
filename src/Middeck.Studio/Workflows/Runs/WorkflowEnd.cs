using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>What a run came to, as its row has it.</summary>
/// <param name="Status">As Dify names it: <c>succeeded</c>, <c>partial-succeeded</c>, <c>failed</c>, <c>stopped</c> or <c>paused</c>.</param>
/// <param name="Outputs">JSON.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="Elapsed">Seconds that it worked.</param>
/// <param name="Usage">What its nodes used.</param>
/// <param name="Steps">How many nodes ran.</param>
/// <param name="Exceptions">How many of them failed and were borne.</param>
/// <param name="At">When.</param>
internal sealed record WorkflowEnd(
    string Status,
    string Outputs,
    string? Error,
    double Elapsed,
    NodeUsage Usage,
    int Steps,
    int Exceptions,
    DateTimeOffset At)
{
    public bool IsPause => Status == WorkflowStatus.Paused;
}
