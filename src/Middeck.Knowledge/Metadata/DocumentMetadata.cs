using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Retrieval;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Metadata;

/// <summary>Reads and writes the values that documents have for the fields of their base.</summary>
internal sealed class DocumentMetadata(
    KnowledgeBaseAccess access,
    DocumentService documents,
    MetadataStore store,
    BaseDirectory directory,
    DocumentEvents events,
    AuditTrail audit)
{
    /// <summary>Every field of the base with the document's value, and the built-in ones where they are switched on.</summary>
    public async Task<IReadOnlyList<MetadataValue>> ReadAsync(
        Caller caller, Guid baseId, Guid documentId, CancellationToken cancellationToken)
    {
        var document = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Use, cancellationToken);
        var fields = await store.FieldsAsync(caller.WorkspaceId, baseId, cancellationToken);
        var values = (await store.ValuesAsync(baseId, [documentId], cancellationToken)).GetValueOrDefault(documentId) ?? [];
        var own = fields.Select(field => new MetadataValue(
            field.Id,
            field.Name,
            field.Type,
            values.TryGetValue(field.Id.ToString(), out var value) ? value : null));
        return await store.BuiltInEnabledAsync(baseId, cancellationToken)
            ? [.. own, .. BuiltInField.All.Select(field => new MetadataValue(null, field.Name, field.Type, BuiltIn(field, document)))]
            : [.. own];
    }

    public async Task<IReadOnlyList<MetadataValue>> WriteAsync(
        Caller caller, Guid baseId, Guid documentId, WriteMetadata request, CancellationToken cancellationToken)
    {
        await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Edit, cancellationToken);
        var change = new DocumentMetadataChange
        {
            DocumentId = documentId,
            Values = request.Values,
            PartialUpdate = request.PartialUpdate,
        };
        var outcome = (await WriteAsync(caller, baseId, [change], index => "", cancellationToken))[0];
        return outcome.Ok
            ? await ReadAsync(caller, baseId, documentId, cancellationToken)
            : throw (outcome.Code == KnowledgeFaults.Archived().Fault.Code ? KnowledgeFaults.Archived() : KnowledgeFaults.NoDocument());
    }

    /// <summary>Writes the values of several documents together. A wrong value refuses all; a document that cannot be written only itself.</summary>
    public async Task<IReadOnlyList<BatchOutcome>> WriteAllAsync(
        Caller caller, Guid baseId, WriteMetadataBatch request, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        return await WriteAsync(caller, baseId, request.Documents, index => $"documents[{index}].", cancellationToken);
    }

    /// <summary>A document's value of a built-in field.</summary>
    public static JsonElement? BuiltIn(BuiltInField field, DocumentRow document) => field.Name switch
    {
        "document_name" => JsonSerializer.SerializeToElement(document.Name),
        "upload_date" => JsonSerializer.SerializeToElement(document.CreatedAt.ToUnixTimeSeconds()),
        "last_update_date" => JsonSerializer.SerializeToElement(document.UpdatedAt.ToUnixTimeSeconds()),
        "uploader" => JsonSerializer.SerializeToElement(document.CreatedBy),
        _ => JsonSerializer.SerializeToElement(SnakeCase.Of(document.Origin.ToString())),
    };

    private static MetadataWrite Check(
        DocumentMetadataChange change, IReadOnlyList<MetadataField> fields, string path)
    {
        var entries = new JsonObject();
        for (var i = 0; i < change.Values.Count; i++)
        {
            var entry = change.Values[i];
            var field = fields.FirstOrDefault(field => entry.Id is { } id ? field.Id == id : field.Name == entry.Name)
                ?? throw new FaultException(Fault.Invalid(
                    "knowledge.unknown_metadata_field", "The knowledge base has no such metadata field.", $"{path}values[{i}]"));
            entries[field.Id.ToString()] = MetadataValues.Read(field, entry.Value, $"{path}values[{i}].value");
        }

        return new MetadataWrite(change.DocumentId, entries, change.PartialUpdate);
    }

    private async Task<IReadOnlyList<BatchOutcome>> WriteAsync(
        Caller caller,
        Guid baseId,
        IReadOnlyList<DocumentMetadataChange> changes,
        Func<int, string> path,
        CancellationToken cancellationToken)
    {
        var fields = await store.FieldsAsync(caller.WorkspaceId, baseId, cancellationToken);
        // The last word on a document counts, as if they had come one after the other.
        var writes = changes.Select((change, index) => Check(change, fields, path(index)))
            .GroupBy(write => write.DocumentId).Select(Joined).ToList();
        var written = await store.WriteAsync(baseId, writes, cancellationToken);
        directory.Forget(baseId);
        written.ForEach(events.Changed);

        var there = written.Select(row => row.Id).ToHashSet();
        var left = await store.ValuesAsync(
            baseId, [.. writes.Select(write => write.DocumentId).Where(id => !there.Contains(id))], cancellationToken);
        audit.About("document", writes[0].DocumentId, $"{written.Count} documents")
            .Change(null, new { Documents = writes.Take(20).Select(write => new { write.DocumentId, write.Entries }) });
        return
        [
            .. writes.Select(write => there.Contains(write.DocumentId)
                ? BatchOutcome.Done(write.DocumentId)
                : BatchOutcome.Refused(
                    write.DocumentId,
                    left.ContainsKey(write.DocumentId) ? KnowledgeFaults.Archived() : KnowledgeFaults.NoDocument())),
        ];
    }

    private static MetadataWrite Joined(IEnumerable<MetadataWrite> writes) => writes.Aggregate((first, second) =>
    {
        if (!second.IsPartial)
        {
            return second;
        }

        var entries = (JsonObject)first.Entries.DeepClone();
        foreach (var (key, value) in second.Entries)
        {
            entries[key] = value?.DeepClone();
        }

        return first with { Entries = entries };
    });
}
