using Microsoft.Extensions.Options;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Retrieval;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Chunks;

/// <summary>Makes the vectors that edits left missing, batch by batch; what is made stays made.</summary>
internal sealed class VectorMaker(
    VectorStore store, IModelGateway models, BaseDirectory directory, IOptions<KnowledgeOptions> options)
{
    /// <exception cref="Core.Errors.FaultException">The model does not answer, or there is none.</exception>
    public async Task MakeAsync(DocumentRow document, ModelCaller caller, CancellationToken cancellationToken)
    {
        var wanted = await store.ModelsAsync(document.BaseId, cancellationToken);
        if (wanted.Count == 0)
        {
            await store.WantNothingAsync(document.Id, cancellationToken);
            return;
        }

        do
        {
            var keys = new List<string>();
            foreach (var model in wanted)
            {
                keys.Add(await MakeAsync(document, caller, model, cancellationToken));
            }

            wanted = await store.SettleAsync(document, keys, cancellationToken)
                ? []
                : await store.ModelsAsync(document.BaseId, cancellationToken);
            directory.Forget(document.BaseId);
        }
        while (wanted.Count > 0);
    }

    private async Task<string> MakeAsync(
        DocumentRow document, ModelCaller caller, string? model, CancellationToken cancellationToken)
    {
        var embedding = await models.EmbeddingsAsync(caller, model, cancellationToken);
        while (await store.MissingAsync(document.Id, embedding.Key, options.Value.EmbeddingBatch, cancellationToken)
            is { Count: > 0 } batch)
        {
            var vectors = await embedding.Generator.GenerateAsync(
                batch.Select(item => item.Text), cancellationToken: cancellationToken);
            await store.SaveAsync(
                document,
                embedding.Key,
                batch,
                [.. vectors.Select(vector => VectorBytes.Of(vector.Vector.Span))],
                cancellationToken);
        }

        return embedding.Key;
    }
}
