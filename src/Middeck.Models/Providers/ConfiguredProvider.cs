namespace Middeck.Models.Providers;

/// <summary>A provider as the configuration asks for it.</summary>
/// <param name="Name">Its name in the workspace.</param>
/// <param name="BaseUrl">Where it is.</param>
/// <param name="ApiKey">Its key; empty for none.</param>
/// <param name="Models">What it offers; null: it is asked.</param>
internal sealed record ConfiguredProvider(
    string Name, string BaseUrl, string ApiKey, IReadOnlyList<ProviderModel>? Models)
{
    private const string OpenAiUrl = "https://api.openai.com/v1";
    private const string DashScopeUrl = "https://dashscope.aliyuncs.com/compatible-mode/v1";

    public static IEnumerable<ConfiguredProvider> All(ModelsOptions options)
    {
        if (options.OpenaiApiKey.Length > 0 || options.OpenaiBaseUrl.Length > 0)
        {
            var isOpenAi = options.OpenaiBaseUrl.Length == 0 || options.OpenaiBaseUrl.TrimEnd('/') == OpenAiUrl;
            yield return new ConfiguredProvider(
                "openai",
                isOpenAi ? OpenAiUrl : options.OpenaiBaseUrl,
                options.OpenaiApiKey,
                isOpenAi ? Listed("gpt-4o-mini", "gpt-4o", "text-embedding-3-small", "text-embedding-3-large") : null);
        }

        if (options.DashscopeApiKey.Length > 0)
        {
            yield return new ConfiguredProvider(
                "dashscope",
                DashScopeUrl,
                options.DashscopeApiKey,
                Listed("qwen-plus", "qwen-max", "qwen-turbo", "text-embedding-v3"));
        }

        if (options.FastgptApiUrl.Length > 0)
        {
            // The app behind the key answers; the model's name is ours.
            yield return new ConfiguredProvider(
                "fastgpt", FastGptUrl(options.FastgptApiUrl), options.FastgptApiKey, Listed("fastgpt"));
        }
    }

    // People copy https://host/api as well as the whole address of the call.
    private static string FastGptUrl(string url)
    {
        const string call = "/chat/completions";
        var trimmed = url.Trim().TrimEnd('/');
        trimmed = trimmed.EndsWith(call, StringComparison.Ordinal) ? trimmed[..^call.Length] : trimmed;
        return trimmed.EndsWith("/v1", StringComparison.Ordinal) ? trimmed : $"{trimmed}/v1";
    }

    private static ProviderModel[] Listed(params string[] names)
        => Array.ConvertAll(names, name => new ProviderModel(name, ModelTypeGuess.Of(name)));
}
