using System.Text.Json;

namespace Middeck.Knowledge;

/// <summary>Finds passages in knowledge bases, for apps and for the retrieve endpoints alike.</summary>
public interface IKnowledgeSearch
{
    /// <summary>The best passages over all named bases in one list. Bases that are gone or of another workspace are left out.</summary>
    Task<IReadOnlyList<SearchHit>> SearchAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>The same, with what was done to find them.</summary>
    Task<SearchResult> FindAsync(SearchRequest request, CancellationToken cancellationToken);

    /// <summary>Which of the ids are knowledge bases of the workspace, with their names.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken);

    /// <summary>What the knowledge bases of the workspace among the ids are about, in the order of the ids.</summary>
    Task<IReadOnlyList<KnowledgeBaseTopic>> TopicsAsync(
        Guid workspaceId, IReadOnlyCollection<Guid> knowledgeBaseIds, CancellationToken cancellationToken);

    /// <summary>The metadata of the hits' documents by document: an object of names and values. Those without any are missing.</summary>
    Task<IReadOnlyDictionary<Guid, JsonElement>> MetadataAsync(
        Guid workspaceId, IReadOnlyCollection<SearchHit> hits, CancellationToken cancellationToken);
}
