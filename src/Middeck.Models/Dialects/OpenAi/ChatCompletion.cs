using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Middeck.Models.Calls;

namespace Middeck.Models.Dialects.OpenAi;

/// <summary>An answer of <c>POST /v1/chat/completions</c>: whole, or one chunk of it.</summary>
/// <param name="Id">The answer's name, the same in every chunk.</param>
/// <param name="Object"><c>chat.completion</c> or <c>chat.completion.chunk</c>.</param>
/// <param name="Created">Seconds since 1970.</param>
/// <param name="Model">Who wrote it.</param>
/// <param name="Choices">One; none in the chunk that holds the usage.</param>
/// <param name="Usage">Left out when it is not told.</param>
internal sealed record ChatCompletion(
    string Id, string Object, long Created, string Model, IReadOnlyList<ChatCompletion.Choice> Choices, ChatCompletion.Tokens? Usage)
{
    internal sealed record Choice(int Index, Text? Message, Text? Delta, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? FinishReason);

    internal sealed record Text(string? Role, string? Content, IReadOnlyList<Annotation>? Annotations);

    internal sealed record Tokens(long PromptTokens, long CompletionTokens, long TotalTokens);

    internal sealed record Annotation(string Type, UrlCitation UrlCitation);

    internal sealed record UrlCitation(int StartIndex, int EndIndex, string Url, string Title);

    public static ChatCompletion Whole(ChatAnswer answer, Text message, string finishReason, Tokens usage)
        => new(
            answer.Id, "chat.completion", answer.CreatedAt.ToUnixTimeSeconds(), answer.Model,
            [new Choice(0, message, null, finishReason)], usage);

    public static ChatCompletion Chunk(ChatAnswer answer, Text delta, string? finishReason)
        => new(
            answer.Id, "chat.completion.chunk", answer.CreatedAt.ToUnixTimeSeconds(), answer.Model,
            [new Choice(0, null, delta, finishReason)], null);

    public static ChatCompletion Last(ChatAnswer answer, Tokens usage)
        => new(answer.Id, "chat.completion.chunk", answer.CreatedAt.ToUnixTimeSeconds(), answer.Model, [], usage);

    public static Tokens Of(UsageDetails? usage)
    {
        var prompt = usage?.InputTokenCount ?? 0;
        var completion = usage?.OutputTokenCount ?? 0;
        return new Tokens(prompt, completion, usage?.TotalTokenCount ?? prompt + completion);
    }

    /// <summary>The citations of a text; null for none.</summary>
    public static IReadOnlyList<Annotation>? Of(IEnumerable<AIContent> contents)
    {
        var annotations = contents.SelectMany(content => content.Annotations ?? []).OfType<CitationAnnotation>()
            .SelectMany(
                citation => citation.AnnotatedRegions?.OfType<TextSpanAnnotatedRegion>() ?? [],
                (citation, region) => new Annotation(
                    "url_citation",
                    new UrlCitation(
                        region.StartIndex ?? 0, region.EndIndex ?? 0, citation.Url?.ToString() ?? "", citation.Title ?? "")))
            .ToList();
        return annotations.Count == 0 ? null : annotations;
    }
}
