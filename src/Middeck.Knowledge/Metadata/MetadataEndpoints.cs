using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Metadata;

internal static class MetadataEndpoints
{
    public static void MapMetadataEndpoints(this IEndpointRouteBuilder routes)
    {
        var fields = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/metadata").WithTags("Knowledge");
        fields.MapGet("", ListAsync).WithName("ListMetadataFields").WithSummary("List the metadata fields of a knowledge base")
            .RequirePermission(Permissions.Knowledge.Read);
        fields.MapPost("", CreateAsync).WithName("CreateMetadataField").WithSummary("Make a metadata field")
            .RequirePermission(Permissions.Knowledge.Update);
        fields.MapPatch("/{field:guid}", RenameAsync).WithName("RenameMetadataField").WithSummary("Rename a metadata field")
            .RequirePermission(Permissions.Knowledge.Update);
        fields.MapDelete("/{field:guid}", DeleteAsync).WithName("DeleteMetadataField")
            .WithSummary("Delete a metadata field with its values").RequirePermission(Permissions.Knowledge.Update);
        fields.MapPut("/built-in", SwitchAsync).WithName("SwitchBuiltInMetadata")
            .WithSummary("Switch the built-in fields on or off").RequirePermission(Permissions.Knowledge.Update);

        var values = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/documents").WithTags("Documents");
        values.MapPost("/metadata", WriteAllAsync).WithName("WriteMetadataOfDocuments")
            .WithSummary("Write the metadata of several documents").RequirePermission(Permissions.Knowledge.Update);
        values.MapGet("/{doc:guid}/metadata", ReadAsync).WithName("GetDocumentMetadata")
            .WithSummary("Read the metadata of a document").RequirePermission(Permissions.Knowledge.Read);
        values.MapPut("/{doc:guid}/metadata", WriteAsync).WithName("WriteDocumentMetadata")
            .WithSummary("Write the metadata of a document").RequirePermission(Permissions.Knowledge.Update);
    }

    private static async Task<Ok<MetadataFields>> ListAsync(
        Guid id, MetadataService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(context.Caller, id, cancellationToken));

    private static async Task<Created<MetadataField>> CreateAsync(
        Guid id, CreateMetadataField request, MetadataService service, CallerContext context, CancellationToken cancellationToken)
    {
        var field = await service.CreateAsync(context.Caller, id, request, cancellationToken);
        return TypedResults.Created($"/api/v1/knowledge-bases/{id}/metadata/{field.Id}", field);
    }

    private static async Task<Ok<MetadataField>> RenameAsync(
        Guid id,
        Guid field,
        RenameMetadataField request,
        MetadataService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.RenameAsync(context.Caller, id, field, request, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, Guid field, MetadataService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, field, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SwitchAsync(
        Guid id, SwitchBuiltInMetadata request, MetadataService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.EnableBuiltInAsync(context.Caller, id, request.Enabled, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<MetadataValue>>> ReadAsync(
        Guid id, Guid doc, DocumentMetadata service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ReadAsync(context.Caller, id, doc, cancellationToken));

    private static async Task<Ok<IReadOnlyList<MetadataValue>>> WriteAsync(
        Guid id,
        Guid doc,
        WriteMetadata request,
        DocumentMetadata service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.WriteAsync(context.Caller, id, doc, request, cancellationToken));

    private static async Task<Ok<BatchResult>> WriteAllAsync(
        Guid id, WriteMetadataBatch request, DocumentMetadata service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(new BatchResult(await service.WriteAllAsync(context.Caller, id, request, cancellationToken)));
}
