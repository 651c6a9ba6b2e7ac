using Microsoft.Extensions.AI;

namespace Middeck.Studio.Tracing;

/// <summary>A message to a model as a trace shows it: pictures and the like by their kind and size alone.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Content">Its text.</param>
/// <param name="Attached">Such as <c>image/png, 20480 bytes</c>; null for none.</param>
internal sealed record TracedMessage(string Role, string Content, IReadOnlyList<string>? Attached)
{
    public static IReadOnlyList<TracedMessage> Of(IEnumerable<ChatMessage> messages) => [.. messages.Select(Of)];

    private static TracedMessage Of(ChatMessage message)
    {
        List<string> attached =
        [
            .. message.Contents.OfType<DataContent>().Select(data => $"{data.MediaType}, {data.Data.Length} bytes"),
            .. message.Contents.OfType<UriContent>().Select(link => $"{link.MediaType}, {link.Uri}"),
        ];
        return new TracedMessage(message.Role.Value, message.Text, attached.Count == 0 ? null : attached);
    }
}
