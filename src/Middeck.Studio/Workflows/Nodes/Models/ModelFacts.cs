using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Core;
using Middeck.Studio.Chat;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Models;

/// <summary>Writes down of a model's call what people see of it, in Dify's shapes.</summary>
internal static class ModelFacts
{
    private const string Replaced = "middeck_model_replaced";

    // As much of a picture as shows that there was one.
    private const int PictureStart = 30;

    /// <summary>Tokens, prices and times as an output: <c>{"prompt_tokens": 12, "total_price": "0.0001", "latency": 0.8, …}</c>.</summary>
    public static Segment Usage(RunUsage usage)
        => SegmentJson.Read(JsonSerializer.SerializeToElement(AnswerUsage.Of(usage), Json.Snake));

    /// <summary>The same for the engine's sums.</summary>
    public static NodeUsage Sum(RunUsage usage)
        => new((long)usage.PromptTokens + usage.CompletionTokens, usage.TotalPrice, usage.Currency);

    /// <summary>How the node worked.</summary>
    public static OrderedDictionary<string, Segment> Process(
        NodeContext context, NodeModel model, ModelChoice choice, IEnumerable<ChatMessage> prompt, RunUsage usage, string? finishReason)
    {
        var secrets = new HiddenSecrets(context.Variables);
        var facts = new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
        {
            ["model_mode"] = Segment.Of(model.Mode),
            ["prompts"] = Segment.Of([.. prompt.Select(message => Prompt(message, secrets))], SegmentType.ArrayObject),
            ["usage"] = Usage(usage),
            ["finish_reason"] = Segment.Of(finishReason),
            ["model_provider"] = Segment.Of(choice.Provider),
            ["model_name"] = Segment.Of(choice.Model),
        };
        if (choice.Warning is { } warning)
        {
            facts[Replaced] = Segment.Of(warning);
        }

        return facts;
    }

    /// <summary>Facts for <c>execution_metadata</c>: only what is not as the node says.</summary>
    public static OrderedDictionary<string, Segment> Metadata(ModelChoice choice)
    {
        var facts = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        if (choice.Warning is { } warning)
        {
            facts[Replaced] = Segment.Of(warning);
        }

        return facts;
    }

    private static Segment Prompt(ChatMessage message, HiddenSecrets secrets) => Segment.Of(new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
    {
        ["role"] = Segment.Of(message.Role.Value),
        ["text"] = Segment.Of(secrets.Hide(message.Text)),
        ["files"] = Segment.Of([.. message.Contents.OfType<DataContent>().Select(Picture)], SegmentType.ArrayObject),
    });

    private static Segment Picture(DataContent picture)
    {
        var fields = new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
        {
            ["type"] = Segment.Of("image"),
            ["data"] = Segment.Of($"{picture.Uri[..Math.Min(PictureStart, picture.Uri.Length)]}...[TRUNCATED]"),
            ["filename"] = Segment.Of(picture.Name),
        };
        if (picture.AdditionalProperties?.GetValueOrDefault("detail") is string detail)
        {
            fields["detail"] = Segment.Of(detail);
        }

        return Segment.Of(fields);
    }
}
