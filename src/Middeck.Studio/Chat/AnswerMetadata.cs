using System.Text.Json.Serialization;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>What Dify says about an answer.</summary>
/// <param name="AnnotationReply">Not used; null.</param>
/// <param name="RetrieverResources">The passages that the answer was made from.</param>
/// <param name="Usage">Tokens, prices, times.</param>
internal sealed record AnswerMetadata(
    object? AnnotationReply, IReadOnlyList<Citation> RetrieverResources, AnswerUsage Usage)
{
    /// <summary><c>provider/model</c>; only in the console's stream.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Model { get; init; }

    public static AnswerMetadata Of(RunEvent.Ended ended) => new(null, ended.Citations, AnswerUsage.Of(ended.Usage));
}
