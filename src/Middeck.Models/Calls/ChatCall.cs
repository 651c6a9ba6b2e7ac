using Microsoft.Extensions.AI;

namespace Middeck.Models.Calls;

/// <summary>A chat call, whatever dialect it came in.</summary>
/// <param name="Model">As the caller named it.</param>
/// <param name="Messages">At least one; the last is the question.</param>
/// <param name="Options">The caller's settings of the model.</param>
/// <param name="User">The caller's own name for the person who asks; null when it gave none.</param>
public sealed record ChatCall(string Model, IReadOnlyList<ChatMessage> Messages, ChatOptions Options, string? User);
