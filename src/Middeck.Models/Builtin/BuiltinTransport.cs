using Microsoft.Extensions.AI;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Providers;
using Middeck.Models.Transports;

namespace Middeck.Models.Builtin;

/// <summary>The models that need no network, no key and no graphics card, and give the same answer every time.</summary>
internal sealed class BuiltinTransport : IProviderTransport
{
    public string Kind => ProviderKinds.Builtin;

    public IChatClient Chat(ProviderConnection connection, string model) => new ExtractiveChatClient();

    public IEmbeddingGenerator<string, Embedding<float>> Embeddings(ProviderConnection connection, string model)
        => new LexicalEmbeddings();

    public IReranker Rerank(ProviderConnection connection, string model) => new LexicalReranker();

    public Task<IReadOnlyList<ProviderModel>> DiscoverAsync(ProviderConnection connection, CancellationToken cancellationToken)
        => Task.FromResult(BuiltinProvider.Models);
}
