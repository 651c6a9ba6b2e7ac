using Middeck.Core.Security;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.ServiceApi.Datasets;
using Middeck.Knowledge.ServiceApi.Retrieval;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>
/// Takes over what is said of the dataset along with its first document. In Dify a dataset has neither an index nor a model
/// until then; later the same words are passed over.
/// </summary>
internal sealed class FirstDocument(
    KnowledgeBaseStore bases,
    KnowledgeBaseService service,
    DatasetWriter writer,
    RetrievalModels retrieval)
{
    /// <returns>The dataset as it is then.</returns>
    public async Task<KnowledgeBaseRow> SettleAsync(
        Caller caller, KnowledgeBaseRow dataset, WriteDocument said, CancellationToken cancellationToken)
    {
        var technique = DatasetWriter.Technique(said.IndexingTechnique);
        if ((technique is null && said.EmbeddingModel is null && said.RetrievalModel is null)
            || (await bases.CountAsync(dataset.WorkspaceId, [dataset.Id], cancellationToken)).ContainsKey(dataset.Id))
        {
            return dataset;
        }

        var embedding = await writer.EmbeddingAsync(said.EmbeddingModelProvider, said.EmbeddingModel, cancellationToken);
        var indexing = await writer.IndexingAsync(dataset, technique, cancellationToken);
        var isEconomy = (technique ?? dataset.Indexing) == IndexingMethod.Economy;
        await service.UpdateAsync(
            caller,
            dataset.Id,
            new UpdateKnowledgeBase
            {
                Indexing = indexing,
                EmbeddingModel = isEconomy ? null : embedding,
                Retrieval = said.RetrievalModel is { } model
                    ? await retrieval.ReadAsync(dataset.WorkspaceId, model, dataset.Retrieval, cancellationToken)
                    : null,
            },
            cancellationToken);
        return await bases.FindAsync(dataset.WorkspaceId, dataset.Id, cancellationToken) ?? throw KnowledgeFaults.NoBase();
    }
}
