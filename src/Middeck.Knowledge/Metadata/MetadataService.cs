using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Metadata;

/// <summary>Makes, renames and removes the metadata fields of a base.</summary>
internal sealed class MetadataService(
    KnowledgeBaseAccess access, MetadataStore store, BaseDirectory directory, AuditTrail audit, TimeProvider clock)
{
    private const string ObjectKind = "metadata_field";
    private const int MaxFields = 200;

    public async Task<MetadataFields> ListAsync(Caller caller, Guid baseId, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Use, cancellationToken);
        return new MetadataFields(
            await store.FieldsAsync(caller.WorkspaceId, baseId, cancellationToken),
            await store.BuiltInEnabledAsync(baseId, cancellationToken),
            BuiltInField.All);
    }

    public async Task<MetadataField> CreateAsync(
        Caller caller, Guid baseId, CreateMetadataField request, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        var field = new MetadataField(Ids.New(clock), NameOf(request.Name), request.Type, 0, clock.GetUtcNow());
        var present = await store.FieldsAsync(caller.WorkspaceId, baseId, cancellationToken);
        if (present.Count >= MaxFields)
        {
            throw new FaultException(Fault.Conflict(
                "knowledge.too_many_metadata_fields", $"A knowledge base has at most {MaxFields} metadata fields."));
        }

        if (!await store.InsertAsync(caller.WorkspaceId, baseId, field, caller.UserId, cancellationToken))
        {
            throw Taken(field.Name);
        }

        audit.About(ObjectKind, field.Id, field.Name).Change(null, new { field.Name, field.Type });
        return field;
    }

    public async Task<MetadataField> RenameAsync(
        Caller caller, Guid baseId, Guid id, RenameMetadataField request, CancellationToken cancellationToken)
    {
        var before = await OpenAsync(caller, baseId, id, cancellationToken);
        var name = NameOf(request.Name);
        if (!await store.RenameAsync(baseId, id, name, cancellationToken))
        {
            throw Taken(name);
        }

        audit.About(ObjectKind, id, name).Change(new { before.Name }, new { name });
        return before with { Name = name };
    }

    public async Task DeleteAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        var field = await OpenAsync(caller, baseId, id, cancellationToken);
        await store.RemoveAsync(baseId, id, cancellationToken);
        audit.About(ObjectKind, id, field.Name).Change(new { field.Name, field.Type, field.ValueCount }, null);
    }

    public async Task EnableBuiltInAsync(Caller caller, Guid baseId, bool enabled, CancellationToken cancellationToken)
    {
        var knowledgeBase = await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        await store.EnableBuiltInAsync(baseId, enabled, cancellationToken);
        directory.Forget(baseId);
        audit.About("knowledge_base", baseId, knowledgeBase.Name).Change(null, new { BuiltInMetadata = enabled });
    }

    private static string NameOf(string name)
    {
        var trimmed = name.Trim();
        if (trimmed.Length == 0)
        {
            throw new FaultException(Fault.Invalid("knowledge.metadata_name_empty", "Give the field a name.", "name"));
        }

        return BuiltInField.IsNameOf(trimmed)
            ? throw new FaultException(Fault.Invalid(
                "knowledge.metadata_name_reserved", $"'{trimmed}' is a built-in field. Choose another name.", "name"))
            : trimmed;
    }

    private static FaultException Taken(string name)
        => new(Fault.Conflict(
            "knowledge.metadata_name_taken", $"The knowledge base already has a metadata field '{name}'."));

    private async Task<MetadataField> OpenAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
    {
        await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        var fields = await store.FieldsAsync(caller.WorkspaceId, baseId, cancellationToken);
        return fields.Find(field => field.Id == id) ?? throw new FaultException(Fault.NotFound(
            "knowledge.metadata_field_not_found", "The knowledge base has no such metadata field."));
    }
}
