using System.Text.Json;
using Middeck.Core;
using Middeck.Knowledge;
using Middeck.Studio.Conversations;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Retrieval;

/// <summary>
/// Passages as values of a run, in Dify's shape: <code>{"metadata": {"_source": "knowledge", "position": 1, "dataset_id": "…",
/// "score": 0.8, …}, "title": "handbook.pdf", "content": "…", "files": null, "summary": null}</code>
/// </summary>
internal static class FoundPassages
{
    private const string From = "workflow";

    /// <summary>The node's output.</summary>
    /// <param name="hits">Best first.</param>
    /// <param name="metadata">What is written down of the documents.</param>
    public static Segment Result(IReadOnlyList<SearchHit> hits, IReadOnlyDictionary<Guid, JsonElement> metadata)
        => Segment.Of(
            [.. hits.Select((hit, index) => Passage(hit, index + 1, metadata.TryGetValue(hit.DocumentId, out var own) ? own : null))],
            SegmentType.ArrayObject);

    /// <summary>What the answer can name as its sources.</summary>
    public static Segment Resources(IReadOnlyList<SearchHit> hits) => SegmentJson.Read(
        JsonSerializer.SerializeToElement(hits.Select((hit, index) => Citation.Of(hit, index + 1, From)), Json.Snake));

    private static Segment Passage(SearchHit hit, int position, JsonElement? metadata) => Of(
        ("metadata", hit.ExternalMetadata is { } told ? ForeignFacts(hit, position, told) : Facts(hit, position, metadata)),
        ("title", Segment.Of(hit.DocumentName)),
        ("content", Segment.Of(hit.Answer is { Length: > 0 } answer ? $"question:{hit.Content} \nanswer:{answer}" : hit.Content)),
        ("files", Segment.None),
        ("summary", Segment.None));

    private static Segment Facts(SearchHit hit, int position, JsonElement? metadata) => Of(
        ("_source", Segment.Of("knowledge")),
        ("dataset_id", Segment.Of(hit.KnowledgeBaseId.ToString())),
        ("dataset_name", Segment.Of(hit.KnowledgeBaseName)),
        ("document_id", Segment.Of(hit.DocumentId.ToString())),
        ("document_name", Segment.Of(hit.DocumentName)),
        ("data_source_type", Segment.Of("upload_file")),
        ("segment_id", Segment.Of(hit.ChunkId.ToString())),
        ("retriever_from", Segment.Of(From)),
        ("score", Segment.Of(hit.Score)),
        ("child_chunks", Segment.Of([.. hit.ChildChunks.Select(Child)], SegmentType.ArrayObject)),
        ("segment_hit_count", Segment.None),
        ("segment_word_count", Segment.Of(hit.WordCount)),
        ("segment_position", Segment.Of(hit.Position)),
        ("segment_index_node_hash", Segment.None),
        ("page", hit.Page is { } page ? Segment.Of(page) : Segment.None),
        ("doc_metadata", metadata is { } own ? SegmentJson.Read(own) : Segment.None),
        ("position", Segment.Of(position)));

    private static Segment ForeignFacts(SearchHit hit, int position, JsonElement told) => Of(
        ("_source", Segment.Of("knowledge")),
        ("dataset_id", Segment.Of(hit.KnowledgeBaseId.ToString())),
        ("dataset_name", Segment.Of(hit.KnowledgeBaseName)),
        ("document_id", Segment.Of(hit.DocumentId.ToString())),
        ("document_name", Segment.Of(hit.DocumentName)),
        ("data_source_type", Segment.Of("external")),
        ("retriever_from", Segment.Of(From)),
        ("score", Segment.Of(hit.Score)),
        ("doc_metadata", SegmentJson.Read(told)),
        ("position", Segment.Of(position)));

    private static Segment Child(ChildHit child) => Of(
        ("id", Segment.Of(child.Id.ToString())),
        ("content", Segment.Of(child.Content)),
        ("position", Segment.Of(child.Position)),
        ("score", Segment.Of(child.Score)));

    private static Segment Of(params ReadOnlySpan<(string Name, Segment Value)> fields)
    {
        var all = new OrderedDictionary<string, Segment>(fields.Length, StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        return Segment.Of(all);
    }
}
