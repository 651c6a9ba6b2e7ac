using Middeck.Studio.Files;

namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>A message whose text is filled in and whose files are known but not read yet.</summary>
internal sealed record LlmDraft(string Role, string Text)
{
    public List<StoredFile> Files { get; } = [];

    public bool IsEmpty => Text.Length == 0 && Files.Count == 0;
}
