using System.Text.Json.Serialization;

namespace Middeck.Studio.FastGpt;

/// <summary>A whole answer or a piece of one, in FastGPT's variant of OpenAI's form.</summary>
internal sealed record FastGptAnswer(
    string Id, string Model, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FastGptAnswer.Tokens? Usage,
    IReadOnlyList<FastGptAnswer.Choice> Choices)
{
    /// <summary>What the app's parts did; only with <c>detail</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FastGptNode>? ResponseData { get; init; }

    /// <summary>The variables after the answer; only with <c>detail</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public object? NewVariables { get; init; }

    internal sealed record Tokens(
        [property: JsonPropertyName("prompt_tokens")] int Prompt,
        [property: JsonPropertyName("completion_tokens")] int Completion,
        [property: JsonPropertyName("total_tokens")] int Total);

    internal sealed record Text(string Role, string Content);

    internal sealed record Choice(
        int Index,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Text? Message,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Text? Delta,
        [property: JsonPropertyName("finish_reason")] string? FinishReason);

    public static FastGptAnswer Piece(string id, string text, string? finishReason)
        => new(id, "", null, [new Choice(0, null, new Text("assistant", text), finishReason)]);

    public static FastGptAnswer Whole(string id, string text, Tokens usage)
        => new(id, "", usage, [new Choice(0, new Text("assistant", text), null, "stop")]);
}
