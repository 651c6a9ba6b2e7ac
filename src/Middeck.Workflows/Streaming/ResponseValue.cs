using Middeck.Workflows.Values;

namespace Middeck.Workflows.Streaming;

/// <summary>
/// The text of a part of a response. A node that was skipped, or that gave no such output, leaves nothing; a reference to what the
/// graph does not have stays as it is written.
/// </summary>
internal static class ResponseValue
{
    public static string Of(ResponsePart part, VariablePool pool)
        => part.Selector is { } selector && pool.Find(selector) is { } value ? MarkdownText.Of(value) : part.Text;
}
