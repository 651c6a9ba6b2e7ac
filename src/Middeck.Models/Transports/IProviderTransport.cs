using Microsoft.Extensions.AI;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;

namespace Middeck.Models.Transports;

/// <summary>How one kind of provider is spoken to. What it hands out is not metered yet.</summary>
internal interface IProviderTransport
{
    /// <summary>The kind of provider, such as <c>openai</c>.</summary>
    string Kind { get; }

    /// <summary>Chat. Tokens are told in one <see cref="UsageContent"/> at the end, when the provider tells them.</summary>
    IChatClient Chat(ProviderConnection connection, string model);

    /// <summary>Embeddings of any number of texts, in their order.</summary>
    IEmbeddingGenerator<string, Embedding<float>> Embeddings(ProviderConnection connection, string model);

    /// <summary>Rerank.</summary>
    IReranker Rerank(ProviderConnection connection, string model);

    /// <summary>Hearing and speaking; null for kinds that do neither.</summary>
    ISpeechTransport? Speech => null;

    /// <summary>What the provider says it offers; also the cheapest way to see whether it answers.</summary>
    Task<IReadOnlyList<ProviderModel>> DiscoverAsync(ProviderConnection connection, CancellationToken cancellationToken);
}
