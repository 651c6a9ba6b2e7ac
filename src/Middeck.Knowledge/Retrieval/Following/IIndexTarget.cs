using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>An index outside the nodes' memory that follows the rows of a base. Each method may be called again.</summary>
internal interface IIndexTarget
{
    /// <summary>Its name in <c>knowledge.backend_state</c>.</summary>
    string Backend { get; }

    /// <summary>Puts the document's present entries in the place of those that were there; none when it is gone.</summary>
    Task ReplaceAsync(KnowledgeBaseRow row, Guid documentId, CancellationToken cancellationToken);

    /// <summary>Takes out everything of the base.</summary>
    Task ClearAsync(Guid baseId, CancellationToken cancellationToken);
}
