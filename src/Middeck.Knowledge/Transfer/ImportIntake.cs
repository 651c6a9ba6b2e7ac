using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Middeck.Core;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Jobs;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Transfer;

/// <summary>Takes an archive in: stored and queued before it is acknowledged.</summary>
internal sealed class ImportIntake(
    IObjectStore objects, ImportArchives archives, IJobQueue jobs, AuditTrail audit, IOptions<KnowledgeOptions> options, TimeProvider clock)
{
    private const int MaxNameLength = 100;

    // PK\x03\x04, and PK\x05\x06 of an empty one.
    private static readonly byte[] ZipMark = "PK"u8.ToArray();

    public async Task<ImportStarted> ReceiveAsync(
        Caller caller, HttpRequest request, string? name, CancellationToken cancellationToken)
    {
        if (name?.Trim().Length > MaxNameLength)
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.name_too_long", $"The name of a knowledge base has at most {MaxNameLength} characters.", "name"));
        }

        var maxBytes = options.Value.MaxImportBytes;
        var file = await MultipartUpload.OpenAsync(request, maxBytes, cancellationToken);
        var start = await file.Content.PeekAsync(ZipMark.Length, cancellationToken);
        if (!start.Span.SequenceEqual(ZipMark))
        {
            throw new FaultException(new Fault(
                FaultKind.UnsupportedType, "knowledge.import_no_zip", "The file is no ZIP archive. Send one that was exported here.", "file"));
        }

        var stored = await objects.PutAsync(caller.WorkspaceId, file.Content, maxBytes, cancellationToken);
        var baseId = Ids.New(clock);
        if (!await archives.KeepAsync(caller.WorkspaceId, baseId, stored.Key, cancellationToken))
        {
            throw KnowledgeFaults.Interrupted();
        }

        var payload = new ImportPayload(stored.Key, string.IsNullOrWhiteSpace(name) ? null : name.Trim(), caller.UserId);

        // From here on the archive is ours whether or not the client still listens.
        var jobId = await jobs.EnqueueAsync(
            new JobRequest(
                ImportBaseJob.Kind,
                caller.WorkspaceId,
                baseId,
                file.Name,
                JsonSerializer.Serialize(payload, Json.Snake),
                caller.UserId),
            CancellationToken.None);
        audit.About("knowledge_base", baseId, payload.Name ?? file.Name).Change(null, new { Imported = file.Name, stored.Size });
        return new ImportStarted(baseId, jobId);
    }
}
