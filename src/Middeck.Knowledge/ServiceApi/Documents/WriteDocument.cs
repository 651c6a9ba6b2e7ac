using Middeck.Knowledge.ServiceApi.Documents.Rules;
using Middeck.Knowledge.ServiceApi.Retrieval;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>
/// What is said about a document that is made or changed: the whole body for a text, the part <c>data</c> for a file. Everything
/// may be missing; what is needed is checked by hand, to name the field.
/// </summary>
public sealed record WriteDocument
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its text.</summary>
    public string? Text { get; init; }

    /// <summary>For the dataset, while it is empty.</summary>
    public string? IndexingTechnique { get; init; }

    /// <summary><c>text_model</c>, <c>hierarchical_model</c> or <c>qa_model</c>; null for as the dataset is.</summary>
    public string? DocForm { get; init; }

    /// <summary>Of questions and answers that a model writes.</summary>
    public string? DocLanguage { get; init; }

    /// <summary>How it is cut; null for as the dataset says.</summary>
    public ProcessRule? ProcessRule { get; init; }

    /// <summary>For the dataset, while it is empty.</summary>
    public RetrievalModel? RetrievalModel { get; init; }

    /// <summary>For the dataset, while it is empty.</summary>
    public string? EmbeddingModel { get; init; }

    /// <summary>That model's provider.</summary>
    public string? EmbeddingModelProvider { get; init; }

    /// <summary>The document that this is the next version of.</summary>
    public string? OriginalDocumentId { get; init; }
}
