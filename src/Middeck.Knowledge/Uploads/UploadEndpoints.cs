using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Uploads;

/// <summary>Large files in parts that can be gone on with: begin, append at an offset, ask how far it is.</summary>
internal static class UploadEndpoints
{
    private const string OffsetHeader = "Upload-Offset";

    public static void MapUploadEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/uploads").WithTags("Documents")
            .RequirePermission(Permissions.Knowledge.Update);

        group.MapPost("", BeginAsync).WithName("BeginUpload").WithSummary("Announce a large file that comes in parts");
        group.MapGet("/{upload:guid}", GetAsync).WithName("GetUpload").WithSummary("Ask how far an upload is");
        group.MapMethods("/{upload:guid}", [HttpMethods.Head], HeadAsync).WithName("HeadUpload")
            .WithSummary("Ask how far an upload is, as the header Upload-Offset");
        group.MapPatch("/{upload:guid}", AppendAsync).WithName("AppendToUpload")
            .WithSummary("Send the next part as the raw body, with the header Upload-Offset")
            .Accepts<IFormFile>("application/octet-stream");
        group.MapDelete("/{upload:guid}", DeleteAsync).WithName("DeleteUpload").WithSummary("Give an upload up");
    }

    private static async Task<Created<Upload>> BeginAsync(
        Guid id, BeginUpload request, UploadService uploads, CallerContext context, CancellationToken cancellationToken)
    {
        var upload = await uploads.BeginAsync(context.Caller, id, request, cancellationToken);
        return TypedResults.Created($"/api/v1/knowledge-bases/{id}/uploads/{upload.Id}", upload);
    }

    private static async Task<Ok<Upload>> GetAsync(
        Guid id, Guid upload, UploadService uploads, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await uploads.GetAsync(context.Caller, id, upload, cancellationToken));

    private static async Task<Ok> HeadAsync(
        Guid id,
        Guid upload,
        UploadService uploads,
        CallerContext context,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var found = await uploads.GetAsync(context.Caller, id, upload, cancellationToken);
        response.Headers[OffsetHeader] = found.Offset.ToString(CultureInfo.InvariantCulture);
        response.Headers["Upload-Length"] = found.Size.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok();
    }

    private static async Task<Ok<Upload>> AppendAsync(
        Guid id,
        Guid upload,
        [FromHeader(Name = OffsetHeader)] long? offset,
        HttpRequest request,
        UploadService uploads,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        var after = await uploads.AppendAsync(context.Caller, id, upload, offset, request, cancellationToken);
        request.HttpContext.Response.Headers[OffsetHeader] = after.Offset.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Ok(after);
    }

    private static async Task<NoContent> DeleteAsync(
        Guid id, Guid upload, UploadService uploads, CallerContext context, CancellationToken cancellationToken)
    {
        await uploads.DeleteAsync(context.Caller, id, upload, cancellationToken);
        return TypedResults.NoContent();
    }
}
