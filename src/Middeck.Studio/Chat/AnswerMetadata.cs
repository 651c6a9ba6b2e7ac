using System.Text.Json.Serialization;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>What Dify says about an answer.</summary>
/// <param name="AnnotationReply">The annotation that the answer is; null when it is none.</param>
/// <param name="RetrieverResources">The passages that the answer was made from.</param>
/// <param name="Usage">Tokens, prices, times.</param>
internal sealed record AnswerMetadata(
    AnnotationReply? AnnotationReply, IReadOnlyList<Citation> RetrieverResources, AnswerUsage Usage)
{
    /// <summary><c>provider/model</c>; only in the console's stream.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Model { get; init; }

    /// <summary>Whether it stands in the place of an answer that is not allowed; only in the console's stream.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Moderated { get; init; }

    public static AnswerMetadata Of(RunEvent.Ended ended) => new(ended.Annotation, ended.Citations, AnswerUsage.Of(ended.Usage));
}
