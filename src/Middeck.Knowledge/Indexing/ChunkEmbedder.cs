using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Knowledge.Documents;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Indexing;

/// <summary>Embeds the chunks of a document that have no embedding yet, batch by batch; what is done stays done.</summary>
internal sealed class ChunkEmbedder(EmbeddingStore embeddings, IModelGateway models, IOptions<KnowledgeOptions> options)
{
    /// <param name="document">The document; the chunks are those of its next generation.</param>
    /// <param name="caller">For whom the model is called.</param>
    /// <param name="model">The base's embedding model.</param>
    /// <param name="onProgress">Told how many are done; false ends the work.</param>
    /// <param name="cancellationToken">Stops after the batch, and the call to the model at once.</param>
    public async Task EmbedAsync(
        DocumentRow document,
        ModelCaller caller,
        string? model,
        Func<int, Task<bool>> onProgress,
        CancellationToken cancellationToken)
    {
        try
        {
            var generation = document.Generation + 1;
            var embedding = await models.EmbeddingsAsync(caller, model, cancellationToken);
            var done = await embeddings.CountAsync(document.Id, generation, embedding.Key, cancellationToken);
            while (done < document.ChunkCount && await onProgress(done))
            {
                var batch = await embeddings.MissingAsync(
                    document.Id, generation, embedding.Key, options.Value.EmbeddingBatch, cancellationToken);
                if (batch.Count == 0)
                {
                    return;
                }

                var vectors = await embedding.Generator.GenerateAsync(
                    batch.Select(chunk => chunk.Content), cancellationToken: cancellationToken);
                await embeddings.SaveAsync(
                    document.BaseId,
                    document.Id,
                    [.. batch.Select(chunk => chunk.Id)],
                    [.. vectors.Select(vector => VectorBytes.Of(vector.Vector.Span))],
                    embedding.Key,
                    cancellationToken);
                done += batch.Count;
            }
        }
        catch (FaultException ex) when (ex.Fault.Kind
            is FaultKind.Upstream or FaultKind.Unavailable or FaultKind.Timeout or FaultKind.TooMany)
        {
            // A refusal would end the job at once; a model that is down for a minute is worth another attempt.
            throw new EmbeddingUnavailableException(ex);
        }
    }
}
