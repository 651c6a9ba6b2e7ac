namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>A message of a prompt, as the node's author wrote it.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Text">With references, or a Jinja template.</param>
/// <param name="IsJinja">Which of the two.</param>
internal sealed record LlmMessage(string Role, string Text, bool IsJinja);
