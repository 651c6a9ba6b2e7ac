using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Indexing;

/// <summary>Makes the vectors that are missing, batch by batch; what is done stays done.</summary>
internal sealed class ChunkEmbedder(EmbeddingStore embeddings, IModelGateway models, IOptions<KnowledgeOptions> options)
{
    // Fewer texts than this are not worth another call.
    private const int SmallestCall = 32;

    /// <param name="scope">The chunks.</param>
    /// <param name="caller">For whom the model is called.</param>
    /// <param name="model">The embedding model.</param>
    /// <param name="onProgress">Told before each batch how many chunks are done.</param>
    /// <param name="cancellationToken">Stops after the batch, and the call to the model at once.</param>
    /// <returns>The key that the vectors stand under.</returns>
    public async Task<string> EmbedAsync(
        EmbeddingScope scope, ModelCaller caller, string? model, Func<int, Task> onProgress, CancellationToken cancellationToken)
    {
        var done = 0;
        var atWork = 0;
        var saving = Task.CompletedTask;
        try
        {
            var embedding = await models.EmbeddingsAsync(caller, model, cancellationToken);
            var batch = await NextAsync(scope, embedding.Key, 0, cancellationToken);
            while (batch.Count > 0)
            {
                // Read ahead and written behind while the model works. Each chunk has an item at least: fewer were the last.
                var reading = batch.Count < options.Value.EmbeddingBatch
                    ? Task.FromResult<List<EmbeddingItem>>([])
                    : NextAsync(scope, embedding.Key, batch[^1].Position, cancellationToken);
                atWork = batch.Select(static item => item.Position).Distinct().Count();
                EmbeddingItem[] missing = [.. batch.Where(static item => item.Text is not null)];
                try
                {
                    if (missing.Length > 0)
                    {
                        await onProgress(done);
                        var vectors = await VectorsAsync(embedding, missing, cancellationToken);
                        await saving;
                        saving = SaveAsync(scope, embedding.Key, missing, vectors, cancellationToken);
                    }
                }
                finally
                {
                    await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                done += atWork;
                batch = await reading;
            }

            await saving;
            await onProgress(done);
            return embedding.Key;
        }
        catch (FaultException ex)
        {
            var sentence = $"{Range(done, atWork, scope.Chunks)} could not be embedded: {ex.Fault.Detail}";

            // A refusal would end the job at once; a model that is down for a minute is worth another attempt.
            throw ex.Fault.Kind is FaultKind.Upstream or FaultKind.Unavailable or FaultKind.Timeout or FaultKind.TooMany
                ? new EmbeddingUnavailableException(sentence, ex)
                : new FaultException(ex.Fault with { Detail = sentence }, ex);
        }
        finally
        {
            await saving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // Without a batch at work it is the model itself that is not there: none of the rest can be embedded.
    private static string Range(int done, int atWork, int all)
        => (done + 1, atWork == 0 ? all : done + atWork) is var (first, last) && first < last
            ? $"Chunks {first} to {last} of {all}"
            : $"Chunk {first} of {all}";

    private Task<List<EmbeddingItem>> NextAsync(
        EmbeddingScope scope, string key, int after, CancellationToken cancellationToken)
        => embeddings.NextAsync(scope, key, after, options.Value.EmbeddingBatch, cancellationToken);

    private Task SaveAsync(
        EmbeddingScope scope, string key, EmbeddingItem[] items, byte[][] vectors, CancellationToken cancellationToken)
        => embeddings.SaveAsync(scope, [.. items.Select(static item => item.Id)], vectors, key, cancellationToken);

    private async Task<byte[][]> VectorsAsync(
        EmbeddingModel embedding, EmbeddingItem[] items, CancellationToken cancellationToken)
    {
        var calls = Math.Clamp(items.Length / SmallestCall, 1, options.Value.EmbeddingConcurrency);
        var parts = await Task.WhenAll(items.Chunk((items.Length + calls - 1) / calls).Select(
            // The builtin model computes before it returns: each call on a core of its own.
            part => calls == 1 ? CallAsync(embedding, part, cancellationToken) : Task.Run(
                () => CallAsync(embedding, part, cancellationToken), cancellationToken)));
        return [.. parts.SelectMany(static part => part)];
    }

    private static async Task<byte[][]> CallAsync(
        EmbeddingModel embedding, EmbeddingItem[] items, CancellationToken cancellationToken)
    {
        var vectors = await embedding.Generator.GenerateAsync(
            items.Select(static item => item.Text!), cancellationToken: cancellationToken);
        return [.. vectors.Select(static vector => VectorBytes.Of(vector.Vector.Span))];
    }
}
