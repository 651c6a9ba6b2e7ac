using Middeck.Operations.Language;

namespace Middeck.Operations.Checks;

/// <summary>A repair that can be done for the operator. It fails by <see cref="RefusedException"/> and leaves nothing half-done.</summary>
/// <param name="Question">Asked before; names what will be changed and ends with a question mark.</param>
/// <param name="ApplyAsync">Does it. Its text is what <see cref="Secret"/> asked for, else null.</param>
public sealed record Repair(Message Question, Func<string?, CancellationToken, Task> ApplyAsync)
{
    /// <summary>What else has to be typed, without echo, such as a new key; null when nothing has.</summary>
    public Message? Secret { get; init; }

    /// <summary>A repair that only touches files.</summary>
    public static Repair Of(Message question, Action apply) => new(question, (_, _) =>
    {
        apply();
        return Task.CompletedTask;
    });
}
