using System.ComponentModel.DataAnnotations;

namespace Middeck.Models;

/// <summary>How models are called, and the providers that the first start makes from keys in the configuration.</summary>
public sealed class ModelsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "models";

    /// <summary>Seconds until a model has sent its first byte, retries included, 1 to 3600.</summary>
    [Range(1, 3600)]
    public double FirstByteTimeout { get; set; } = 120;

    /// <summary>Seconds that a model may be silent in the middle of an answer, 1 to 3600.</summary>
    [Range(1, 3600)]
    public double IdleTimeout { get; set; } = 60;

    /// <summary>How often a call is tried again that failed before its first byte, 0 to 5.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    /// <summary>Seconds: a provider that asks for a longer wait than this is not waited for, 0 to 300.</summary>
    [Range(0, 300)]
    public double LongestRetryAfter { get; set; } = 20;

    /// <summary>Texts in one embedding request, 1 to 2048. Providers with a lower limit of their own get theirs.</summary>
    [Range(1, 2048)]
    public int EmbeddingBatch { get; set; } = 64;

    /// <summary>Embedding requests of one call that are under way at the same time, 1 to 32.</summary>
    [Range(1, 32)]
    public int EmbeddingConcurrency { get; set; } = 4;

    /// <summary>Characters that a model is given to speak at once, 200 to 100000; longer texts are cut after sentences.</summary>
    [Range(200, 100_000)]
    public int SpeechPiece { get; set; } = 1500;

    /// <summary>Makes the provider <c>openai</c> at first start.</summary>
    public string OpenaiApiKey { get; set; } = "";

    /// <summary>Where that provider is; empty for OpenAI itself.</summary>
    public string OpenaiBaseUrl { get; set; } = "";

    /// <summary>Makes the provider <c>dashscope</c> (Qwen) at first start.</summary>
    public string DashscopeApiKey { get; set; } = "";

    /// <summary>Makes the provider <c>fastgpt</c> at first start, such as <c>https://api.fastgpt.in/api</c>.</summary>
    public string FastgptApiUrl { get; set; } = "";

    /// <summary>The key of that FastGPT app.</summary>
    public string FastgptApiKey { get; set; } = "";
}
