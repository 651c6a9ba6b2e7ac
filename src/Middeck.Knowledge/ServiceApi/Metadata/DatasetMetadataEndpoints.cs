using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Knowledge.Metadata;
using Middeck.Knowledge.Previews;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Metadata;

internal static class DatasetMetadataEndpoints
{
    private const string NameField = "name";
    private const string OperationsField = "operation_data";
    private const string BuiltIn = "built-in";

    public static void MapDatasetMetadataEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/datasets/{dataset:guid}");
        group.MapPost("/metadata", CreateAsync).WithName("DifyCreateMetadataField").WithSummary("Make a metadata field");
        group.MapGet("/metadata", ListAsync).WithName("DifyListMetadataFields").WithSummary("List metadata fields");
        group.MapPatch("/metadata/{field:guid}", RenameAsync).WithName("DifyUpdateMetadataField")
            .WithSummary("Rename a metadata field");
        group.MapDelete("/metadata/{field:guid}", DeleteAsync).WithName("DifyDeleteMetadataField")
            .WithSummary("Delete a metadata field");
        group.MapGet("/metadata/built-in", BuiltInAsync).WithName("DifyListBuiltInFields")
            .WithSummary("The metadata fields that every knowledge base has");
        group.MapPost("/metadata/built-in/{action}", SwitchAsync).WithName("DifySwitchBuiltInFields")
            .WithSummary("Enable or disable them");
        group.MapPost("/documents/metadata", WriteAsync).WithName("DifyWriteMetadata")
            .WithSummary("Write the metadata of documents");
    }

    private static async Task<Created<ShownField>> CreateAsync(
        Guid dataset, FieldInput? body, DatasetCaller caller, MetadataService service, CancellationToken cancellationToken)
    {
        var type = SnakeCase.TryParse<MetadataType>(body?.Type ?? throw DifyFaults.Missing("type"), out var known)
            ? known
            : throw DifyFaults.Invalid("type", "type must be one of: string, number, time.");
        var request = new CreateMetadataField { Name = body.Name ?? throw DifyFaults.Missing(NameField), Type = type };
        var field = await service.CreateAsync(
            caller.Caller, dataset, SettingsCheck.Passed(request, NameField), cancellationToken);
        return TypedResults.Created($"/v1/datasets/{dataset}/metadata/{field.Id}", ShownField.Of(field));
    }

    private static async Task<Ok<ShownFields>> ListAsync(
        Guid dataset, DatasetCaller caller, MetadataService service, CancellationToken cancellationToken)
    {
        var all = await service.ListAsync(caller.Caller, dataset, cancellationToken);
        return TypedResults.Ok(new ShownFields(
            [.. all.Fields.Select(static field => new CountedField(
                field.Id, field.Name, SnakeCase.Of(field.Type.ToString()), field.ValueCount))],
            all.BuiltInEnabled));
    }

    private static async Task<Ok<ShownField>> RenameAsync(
        Guid dataset,
        Guid field,
        FieldInput? body,
        DatasetCaller caller,
        MetadataService service,
        CancellationToken cancellationToken)
    {
        var request = new RenameMetadataField { Name = body?.Name ?? throw DifyFaults.Missing(NameField) };
        return TypedResults.Ok(ShownField.Of(await service.RenameAsync(
            caller.Caller, dataset, field, SettingsCheck.Passed(request, NameField), cancellationToken)));
    }

    private static async Task<NoContent> DeleteAsync(
        Guid dataset, Guid field, DatasetCaller caller, MetadataService service, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(caller.Caller, dataset, field, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<BuiltInFields>> BuiltInAsync(
        Guid dataset, DatasetCaller caller, MetadataService service, CancellationToken cancellationToken)
        => TypedResults.Ok(new BuiltInFields((await service.ListAsync(caller.Caller, dataset, cancellationToken)).BuiltIn));

    private static async Task<Ok<DifyResult>> SwitchAsync(
        Guid dataset, string action, DatasetCaller caller, MetadataService service, CancellationToken cancellationToken)
    {
        var enabled = action switch
        {
            "enable" => true,
            "disable" => false,
            _ => throw DatasetFaults.InvalidAction("enable, disable"),
        };
        await service.EnableBuiltInAsync(caller.Caller, dataset, enabled, cancellationToken);
        return TypedResults.Ok(DifyResult.Success);
    }

    private static async Task<Ok<DifyResult>> WriteAsync(
        Guid dataset,
        MetadataOperations? body,
        DatasetCaller caller,
        DocumentMetadata metadata,
        CancellationToken cancellationToken)
    {
        var request = SettingsCheck.Passed(
            new WriteMetadataBatch
            {
                Documents = [.. (body?.OperationData ?? throw DifyFaults.Missing(OperationsField)).Select(ChangeOf)],
            },
            OperationsField);
        var outcomes = await metadata.WriteAllAsync(caller.Caller, dataset, request, cancellationToken);
        return outcomes.FirstOrDefault(static outcome => !outcome.Ok) is { } refused
            ? throw DatasetFaults.Refused(refused)
            : TypedResults.Ok(DifyResult.Success);
    }

    private static DocumentMetadataChange ChangeOf(MetadataOperation operation) => SettingsCheck.Passed(
        new DocumentMetadataChange
        {
            DocumentId = DifyIds.Required("document_id", operation.DocumentId),
            Values =
            [
                .. (operation.MetadataList ?? throw DifyFaults.Missing("metadata_list"))
                    .Where(static value => value.Id != BuiltIn)
                    .Select(static value => new MetadataEntry
                    {
                        Id = DifyIds.Optional("id", value.Id),
                        Name = value.Name,
                        Value = value.Value,
                    }),
            ],
            PartialUpdate = operation.PartialUpdate ?? false,
        },
        OperationsField);
}
