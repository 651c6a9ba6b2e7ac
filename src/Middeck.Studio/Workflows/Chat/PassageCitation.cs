using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Workflows.Chat;

/// <summary>Reads a passage as retrieval nodes write it: an object of Dify's <c>retriever_resources</c>.</summary>
internal static class PassageCitation
{
    /// <summary>The passage; null when it names no chunk of ours, as one that a node made up.</summary>
    public static Citation? Read(JsonElement passage, int position)
        => Id(passage, "dataset_id") is { } dataset && Id(passage, "document_id") is { } document && Id(passage, "segment_id") is { } segment
            ? new Citation(
                position, dataset, passage.Member("dataset_name").Text() ?? "", document, passage.Member("document_name").Text() ?? "",
                passage.Member("data_source_type").Text() ?? "upload_file", segment, passage.Member("retriever_from").Text() ?? "workflow",
                passage.Member("score").Number() ?? 0, null,
                passage.Member("word_count").WholeNumber() ?? (passage.Member("content").Text() ?? "").Length,
                passage.Member("segment_position").WholeNumber() ?? 0, null, passage.Member("content").Text() ?? "",
                passage.Member("page").WholeNumber())
            : null;

    private static Guid? Id(JsonElement passage, string name)
        => Guid.TryParse(passage.Member(name).Text(), out var id) ? id : null;
}
