using Microsoft.Extensions.AI;
using Middeck.Search.Embedding;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>The built-in embedding, which counts what it is asked.</summary>
internal sealed class LexicalModel(Action<string> asked) : IEmbeddingGenerator<string, Embedding<float>>
{
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        var made = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            asked(text);
            made.Add(new Embedding<float>(LexicalEmbedding.Embed(text)));
        }

        return Task.FromResult(made);
    }

    public object? GetService(Type serviceType, object? serviceKey) => null;

    public void Dispose()
    {
    }
}
