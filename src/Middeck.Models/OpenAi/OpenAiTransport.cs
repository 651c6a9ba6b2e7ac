using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Models.Transports;
using Middeck.Models.Upstream;

namespace Middeck.Models.OpenAi;

/// <summary>Any endpoint that speaks OpenAI's API: OpenAI, Qwen, DeepSeek, vLLM, Ollama, Xinference, FastGPT and many more.</summary>
internal sealed class OpenAiTransport(UpstreamClient upstream, IOptions<ModelsOptions> options) : IProviderTransport
{
    public string Kind => ProviderKinds.OpenAi;

    public IChatClient Chat(ProviderConnection connection, string model) => new OpenAiChatClient(upstream, connection, model);

    public IEmbeddingGenerator<string, Embedding<float>> Embeddings(ProviderConnection connection, string model)
        => new OpenAiEmbeddings(upstream, connection, model, options.Value);

    public IReranker Rerank(ProviderConnection connection, string model) => new OpenAiReranker(upstream, connection, model);

    public ISpeechTransport Speech { get; } = new OpenAiSpeech(upstream);

    public async Task<IReadOnlyList<ProviderModel>> DiscoverAsync(
        ProviderConnection connection, CancellationToken cancellationToken)
    {
        using var answer = await JsonAnswer.AskAsync(upstream, connection, "models", null, cancellationToken);
        if (answer.RootElement.ValueKind != JsonValueKind.Object
            || !answer.RootElement.TryGetProperty("data", out var data)
            || data.ValueKind != JsonValueKind.Array)
        {
            throw UpstreamFaults.Nonsense(connection, "something else than a list of models");
        }

        return [.. data.EnumerateArray()
            .Select(model => model.ValueKind == JsonValueKind.Object && model.TryGetProperty("id", out var id) ? id.GetString() : null)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(name => new ProviderModel(name, ModelTypeGuess.Of(name)))];
    }
}
