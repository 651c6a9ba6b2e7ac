using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Uploads;

/// <summary>
/// Takes large files in parts. Each part is an object and a row once it is acknowledged, so that another node, another connection
/// or the same one after a restart goes on from there.
/// </summary>
internal sealed class UploadService(
    KnowledgeBaseAccess access,
    UploadStore uploads,
    UploadRemoval removal,
    ObjectReferences references,
    FileCheck check,
    DocumentIntake intake,
    IntakeAnswers answers,
    IObjectStore objects,
    IOptions<KnowledgeOptions> options,
    TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public async Task<Upload> BeginAsync(
        Caller caller, Guid baseId, BeginUpload request, CancellationToken cancellationToken)
    {
        await access.OpenForDocumentsAsync(caller, baseId, cancellationToken);
        var name = FileNames.Clean(request.Name);
        check.ByName(name);
        if (request.Size > options.Value.MaxUploadBytes)
        {
            throw MultipartUpload.TooLarge(options.Value.MaxUploadBytes);
        }

        var now = clock.GetUtcNow();
        var row = new UploadRow
        {
            Id = Ids.New(clock),
            WorkspaceId = caller.WorkspaceId,
            BaseId = baseId,
            Name = name,
            Folder = FilePlaces.FolderOf(request.RelativePath),
            Duplicate = request.Duplicate,
            Size = request.Size,
            Sha256 = request.Sha256?.ToLowerInvariant(),
            CreatedBy = caller.UserId,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
        };
        return await uploads.InsertAsync(row, options.Value.MaxOpenUploads, cancellationToken)
            ? Upload.From(row)
            : throw new FaultException(new Fault(
                FaultKind.TooMany,
                "knowledge.too_many_uploads",
                $"You have {options.Value.MaxOpenUploads} uploads open. Finish or delete one; each ends by itself after a day."));
    }

    public async Task<Upload> GetAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
        => Upload.From(await OpenAsync(caller, baseId, id, cancellationToken));

    public async Task DeleteAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, cancellationToken);
        await removal.RemoveAsync(row.Id, cancellationToken);
    }

    /// <summary>Keeps a part; the last one makes the document.</summary>
    public async Task<Upload> AppendAsync(
        Caller caller, Guid baseId, Guid id, long? offset, HttpRequest request, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, id, cancellationToken);
        if (row.DocumentId is not null)
        {
            return Upload.From(row);
        }

        if (offset != row.Received)
        {
            throw WrongOffset(row);
        }

        if (row.Received < row.Size)
        {
            var part = await StoreAsync(row, request, cancellationToken);
            row = await uploads.AppendAsync(row, part, cancellationToken)
                ?? throw await LostRaceAsync(row, part, cancellationToken);
        }

        // A part that comes again after the last one was kept, such as an empty one, finishes what a crash interrupted.
        return row.Received < row.Size ? Upload.From(row) : await FinishAsync(row, cancellationToken);
    }

    private async Task<UploadRow> OpenAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        return await uploads.FindAsync(caller.WorkspaceId, baseId, caller.UserId, id, cancellationToken)
            ?? throw new FaultException(Fault.NotFound(
                "knowledge.upload_not_found", "There is no such upload of yours, or its 24 hours are over. Begin it again."));
    }

    private async Task<StoredObject> StoreAsync(UploadRow row, HttpRequest request, CancellationToken cancellationToken)
    {
        var left = row.Size - row.Received;
        var limit = Math.Min(left, UploadParts.MaxBytes);
        if (request.ContentLength > limit)
        {
            throw TooMuch(left);
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            body.MaxRequestBodySize = UploadParts.MaxBytes + 1;
        }

        var content = new UploadStream(request.Body, UploadParts.MaxBytes);
        var start = await content.PeekAsync(ContentSniffer.Length, cancellationToken);
        if (start.IsEmpty)
        {
            throw new FaultException(Fault.Invalid("knowledge.part_empty", "The part is empty.", "body"));
        }

        // A first part too short to tell by is looked at again with the whole file.
        if (row.Received == 0 && start.Length == ContentSniffer.Length)
        {
            check.ByContent(row.Name, null, start.Span);
        }

        try
        {
            return await objects.PutAsync(row.WorkspaceId, content, limit, cancellationToken);
        }
        catch (FaultException ex) when (ex.Fault.Code is "objects.too_large" or "knowledge.file_too_large")
        {
            throw TooMuch(left, ex);
        }
    }

    private async Task<Upload> FinishAsync(UploadRow row, CancellationToken cancellationToken)
    {
        await using var parts = new PartsStream(objects, await uploads.PartsAsync(row.Id, cancellationToken));
        Intake outcome;
        try
        {
            outcome = await intake.TakeAsync(
                new IncomingFile
                {
                    WorkspaceId = row.WorkspaceId,
                    BaseId = row.BaseId,
                    Name = row.Name,
                    Folder = row.Folder,
                    By = row.CreatedBy,
                    Duplicate = row.Duplicate,
                    Sha256 = row.Sha256,
                    UploadId = row.Id,
                },
                new UploadStream(parts, options.Value.MaxUploadBytes),
                cancellationToken);
        }
        catch (FaultException ex) when (ex.Fault.Kind is FaultKind.Invalid or FaultKind.UnsupportedType)
        {
            // Sending the same again would end the same.
            await removal.RemoveAsync(row.Id, CancellationToken.None);
            throw;
        }

        return await AnswerAsync(row, outcome);
    }

    private async Task<Upload> AnswerAsync(UploadRow row, Intake outcome)
    {
        if (outcome is Intake.Duplicate)
        {
            await removal.RemoveAsync(row.Id, CancellationToken.None);
        }
        else
        {
            await removal.ReleasePartsAsync(row.Id, CancellationToken.None);
        }

        return Upload.From(row with { DocumentId = outcome.Row.Id }) with { Document = answers.Of(outcome, row.Duplicate) };
    }

    private async Task<FaultException> LostRaceAsync(UploadRow row, StoredObject part, CancellationToken cancellationToken)
    {
        await references.ReleaseAsync(part.Key, CancellationToken.None);
        return WrongOffset(
            await uploads.FindAsync(row.WorkspaceId, row.BaseId, row.CreatedBy, row.Id, cancellationToken) ?? row);
    }

    private static FaultException WrongOffset(UploadRow row)
        => new(new Fault(
            FaultKind.Conflict,
            "knowledge.upload_offset",
            $"The next part begins at byte {row.Received}. Send that as Upload-Offset, with the bytes from there.",
            "Upload-Offset",
            new Dictionary<string, object?> { ["offset"] = row.Received }));

    private static FaultException TooMuch(long left, Exception? inner = null)
        => new(
            new Fault(
                FaultKind.TooLarge,
                "knowledge.part_too_large",
                $"A part has at most {UploadParts.MaxBytes} bytes, and {left} bytes of the file are missing.",
                "body",
                new Dictionary<string, object?> { ["max_bytes"] = Math.Min(left, UploadParts.MaxBytes) }),
            inner);
}
