using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Middeck.Models.OpenAi;

/// <summary>
/// Reads <c>{"prompt_tokens":9,"completion_tokens":12,"total_tokens":21,"prompt_tokens_details":{"cached_tokens":0},…}</c>.
/// </summary>
internal static class TokenUsage
{
    public static UsageDetails Read(JsonElement usage) => new()
    {
        InputTokenCount = Count(usage, "prompt_tokens"),
        OutputTokenCount = Count(usage, "completion_tokens"),
        TotalTokenCount = Count(usage, "total_tokens"),
        CachedInputTokenCount = Detail(usage, "prompt_tokens_details", "cached_tokens"),
        ReasoningTokenCount = Detail(usage, "completion_tokens_details", "reasoning_tokens"),
    };

    private static long? Detail(JsonElement usage, string group, string name)
        => usage.TryGetProperty(group, out var details) && details.ValueKind == JsonValueKind.Object ? Count(details, name) : null;

    private static long? Count(JsonElement usage, string name)
        => usage.TryGetProperty(name, out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt64(out var value)
            ? value
            : null;
}
