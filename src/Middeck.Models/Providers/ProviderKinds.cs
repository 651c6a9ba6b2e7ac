using System.Collections.Frozen;

namespace Middeck.Models.Providers;

/// <summary>The kinds of provider that the contract names. Which of them can be used is a matter of the transports that exist.</summary>
internal static class ProviderKinds
{
    /// <summary>Any endpoint that speaks OpenAI's API.</summary>
    public const string OpenAi = "openai";

    /// <summary>The models that come with the platform.</summary>
    public const string Builtin = "builtin";

    public static FrozenSet<string> Known { get; } =
        FrozenSet.ToFrozenSet([OpenAi, "anthropic", "ollama", "dashscope", "fastgpt", "dify", "triton", Builtin]);
}
