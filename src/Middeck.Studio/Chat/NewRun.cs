using Middeck.Studio.Files;

namespace Middeck.Studio.Chat;

/// <summary>What is written down before a model is asked.</summary>
/// <param name="Run">The question.</param>
/// <param name="Inputs">JSON of what the prompt is made with.</param>
/// <param name="ConversationName">The name of a new conversation; null goes on with an old one.</param>
/// <param name="Introduction">What the app said first in a new conversation; null when nothing.</param>
/// <param name="Files">What this message was given, its form's first.</param>
internal sealed record NewRun(
    ChatRun Run, string Inputs, string? ConversationName, string? Introduction, IReadOnlyList<UsedFile> Files);
