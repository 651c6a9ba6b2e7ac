using Middeck.Http.Dialects.Dify;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Previews;

namespace Middeck.Knowledge.ServiceApi.Segments;

/// <summary>Adds and changes chunks.</summary>
internal sealed class SegmentWriter(
    DatasetCaller caller,
    KnowledgeBaseAccess access,
    DocumentService documents,
    ChunkService service,
    SegmentMaker maker)
{
    private const string QaForm = "qa_model";
    private const string Field = "segments";

    public async Task<SegmentsAnswer> AddAsync(
        Guid datasetId, Guid documentId, AddSegments body, CancellationToken cancellationToken)
    {
        var dataset = await access.OpenAsync(caller.Caller, datasetId, AccessLevel.Edit, cancellationToken);
        var document = await documents.OpenAsync(caller.Caller, datasetId, documentId, AccessLevel.Edit, cancellationToken);
        var form = SegmentMaker.FormOf(document, dataset);
        if (body.Segments is not { Count: > 0 } inputs)
        {
            throw DifyFaults.Missing(Field);
        }

        var request = SettingsCheck.Passed(new AddChunks { Chunks = [.. inputs.Select(input => New(input, form))] }, Field);
        var added = await service.AddAsync(caller.Caller, datasetId, documentId, request, cancellationToken);
        return new SegmentsAnswer(await maker.OfAsync(document, added, cancellationToken), form);
    }

    public async Task<SegmentAnswer> EditAsync(
        Guid datasetId, Guid documentId, Guid id, EditSegment body, CancellationToken cancellationToken)
    {
        var dataset = await access.OpenAsync(caller.Caller, datasetId, AccessLevel.Edit, cancellationToken);
        var document = await documents.OpenAsync(caller.Caller, datasetId, documentId, AccessLevel.Edit, cancellationToken);
        var input = body.Segment ?? throw DifyFaults.Missing("segment");
        RefuseAttachments(input);
        var chunk = await service.EditAsync(
            caller.Caller,
            datasetId,
            documentId,
            id,
            new EditChunk
            {
                Content = input.Content,
                Answer = input.Answer,
                Keywords = input.Keywords,
                Summary = input.Summary,
                Enabled = input.Enabled,
                RegenerateChildren = input.RegenerateChildChunks ?? false,
            },
            cancellationToken);
        return new SegmentAnswer(
            (await maker.OfAsync(document, [chunk], cancellationToken))[0], SegmentMaker.FormOf(document, dataset));
    }

    private static NewChunk New(SegmentInput input, string form)
    {
        RefuseAttachments(input);
        return new NewChunk
        {
            Content = input.Content ?? throw DifyFaults.Missing("content"),
            Answer = form == QaForm && string.IsNullOrWhiteSpace(input.Answer)
                ? throw DifyFaults.Invalid("answer", "answer is required: the document holds questions with answers.")
                : input.Answer,
            Keywords = input.Keywords ?? [],
        };
    }

    private static void RefuseAttachments(SegmentInput input)
    {
        if (input.AttachmentIds is { Count: > 0 })
        {
            throw DifyFaults.Invalid("attachment_ids", "Attachments of segments are not enabled.");
        }
    }
}
