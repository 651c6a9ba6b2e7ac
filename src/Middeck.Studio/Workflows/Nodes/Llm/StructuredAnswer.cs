using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Nodes;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>Answers that have to fit a JSON Schema: how they are asked for, and how they are read.</summary>
/// <param name="schema">The schema.</param>
internal sealed class StructuredAnswer(JsonElement schema)
{
    /// <summary>The settings for a provider that holds its model to a schema itself.</summary>
    public ChatOptions Ask(ChatOptions settings)
    {
        var own = settings.Clone();
        own.ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "answer");
        return own;
    }

    /// <summary>The prompt for any other: the schema stands in its instruction.</summary>
    public IReadOnlyList<ChatMessage> Ask(IReadOnlyList<ChatMessage> prompt)
    {
        var words = $"Answer with JSON alone, without any other word, that fits this JSON Schema:\n{schema.GetRawText()}";
        return prompt is [var first, ..] && first.Role == ChatRole.System
            ? [new ChatMessage(ChatRole.System, $"{first.Text}\n\n{words}"), .. prompt.Skip(1)]
            : [new ChatMessage(ChatRole.System, words), .. prompt];
    }

    /// <summary>The prompt after an answer that did not fit.</summary>
    public IReadOnlyList<ChatMessage> AskAgain(IReadOnlyList<ChatMessage> prompt, string answer, string fault) =>
    [
        .. Ask(prompt),
        new ChatMessage(ChatRole.Assistant, answer.Length > 0 ? answer : "(nothing)"),
        new ChatMessage(ChatRole.User, $"That does not fit: {fault} Give the whole answer again, as JSON alone that fits the schema."),
    ];

    /// <summary>The value in an answer, or what is wrong with it.</summary>
    public (Segment? Value, string Fault) Read(string answer)
    {
        var isList = schema.Member("type").Text() == "array";
        if ((isList ? ModelJson.LooseList(answer) : ModelJson.LooseObject(answer)) is not { } json)
        {
            return (null, $"The answer holds no JSON {(isList ? "list" : "object")}.");
        }

        var value = SegmentJson.Read(json);
        return JsonSchemaCheck.Check(schema, value, "structured_output") is { } fault ? (null, fault) : (value, "");
    }
}
