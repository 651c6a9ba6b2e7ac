using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;

namespace Middeck.Knowledge.Previews;

internal static class PreviewEndpoints
{
    public static void MapPreviewEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/knowledge-bases/chunking-preview", OfTextAsync).WithTags("Knowledge")
            .WithName("PreviewChunking").WithSummary("See how a text would be cut; nothing is kept")
            .RequirePermission(Permissions.Knowledge.Update);
        routes.MapPost("/api/v1/knowledge-bases/chunking-preview/file", OfFileAsync).WithTags("Knowledge")
            .WithName("PreviewFileChunking")
            .WithSummary("See how a file would be cut: the multipart fields 'chunking' and 'reading' as JSON, then 'file'")
            .Accepts<IFormFile>("multipart/form-data").RequirePermission(Permissions.Knowledge.Update);
        routes.MapPost("/api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}/chunking-preview", OfDocumentAsync)
            .WithTags("Documents").WithName("PreviewDocumentChunking")
            .WithSummary("See how a document would be cut; nothing is changed").RequirePermission(Permissions.Knowledge.Read);
    }

    private static async Task<Ok<ChunkingPreview>> OfTextAsync(
        PreviewChunking request, ChunkingPreviews previews, CancellationToken cancellationToken)
        => TypedResults.Ok(await previews.OfTextAsync(
            request.Text, request.Chunking ?? new ChunkingSettings(), cancellationToken));

    private static async Task<Ok<ChunkingPreview>> OfFileAsync(
        HttpRequest request,
        ChunkingPreviews previews,
        DocumentReaders readers,
        IOptions<KnowledgeOptions> options,
        CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var file = await MultipartUpload.OpenAsync(request, options.Value.MaxUploadBytes, cancellationToken, fields);
        var format = readers.FormatOf(file.Name) ?? throw new FaultException(new Fault(
            FaultKind.UnsupportedType,
            "knowledge.unsupported_type",
            $"Files of this type cannot be read. Send one of: {string.Join(", ", readers.Extensions)}.",
            "file"));
        return TypedResults.Ok(await previews.OfFileAsync(
            file.Content,
            format.Extension,
            Field<ReadingSettings>(fields, "reading"),
            Field<ChunkingSettings>(fields, "chunking"),
            cancellationToken));
    }

    private static async Task<Ok<ChunkingPreview>> OfDocumentAsync(
        Guid id,
        Guid doc,
        PreviewDocumentChunking? request,
        DocumentService documents,
        KnowledgeBaseAccess access,
        ChunkingPreviews previews,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        var row = await documents.OpenAsync(context.Caller, id, doc, AccessLevel.Use, cancellationToken);
        var knowledgeBase = await access.OpenAsync(context.Caller, id, AccessLevel.Use, cancellationToken);
        return TypedResults.Ok(await previews.OfDocumentAsync(
            row,
            request?.Reading ?? knowledgeBase.Reading,
            request?.Chunking ?? row.Chunking ?? knowledgeBase.Chunking,
            cancellationToken));
    }

    private static T Field<T>(Dictionary<string, string> fields, string name) where T : class, new()
    {
        try
        {
            return fields.TryGetValue(name, out var json) && JsonSerializer.Deserialize<T>(json, Json.Snake) is { } value
                ? SettingsCheck.Passed(value, name)
                : new T();
        }
        catch (JsonException ex)
        {
            throw new FaultException(Fault.Invalid(
                "request.malformed", $"The field '{name}' must be a JSON object of the base's settings.", name), ex);
        }
    }
}
