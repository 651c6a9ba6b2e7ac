using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Sources;

internal static class SourceEndpoints
{
    public static void MapSourceEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/sources").WithTags("Sources");

        group.MapPost("", CreateAsync).WithName("CreateSource").WithSummary("Add a place that documents are brought from")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapGet("", ListAsync).WithName("ListSources").WithSummary("List sources, newest first")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPost("/check", CheckAsync).WithName("CheckSource")
            .WithSummary("Try settings out and list the first 20 things they lead to").RequirePermission(Permissions.Knowledge.Update);
        group.MapGet("/{source:guid}", GetAsync).WithName("GetSource").WithSummary("Read a source with its last run")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPatch("/{source:guid}", UpdateAsync).WithName("UpdateSource").WithSummary("Change a source")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapDelete("/{source:guid}", DeleteAsync).WithName("DeleteSource")
            .WithSummary("Remove a source; its documents go with remove_documents=true").RequirePermission(Permissions.Knowledge.Delete);
        group.MapPost("/{source:guid}/sync", SyncAsync).WithName("SyncSource").WithSummary("Read a source now")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPost("/{source:guid}/cancel", CancelAsync).WithName("CancelSource").WithSummary("Stop reading a source")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPost("/{source:guid}/confirm", ConfirmAsync).WithName("ConfirmSource")
            .WithSummary("Agree that what is gone may go, and read again").RequirePermission(Permissions.Knowledge.Delete);
        group.MapGet("/{source:guid}/runs", RunsAsync).WithName("ListSourceRuns").WithSummary("List a source's runs, newest first")
            .RequirePermission(Permissions.Knowledge.Read);
    }

    private static async Task<Created<Source>> CreateAsync(
        Guid id, CreateSource request, SourceService sources, CallerContext context, CancellationToken cancellationToken)
    {
        var created = await sources.CreateAsync(context.Caller, id, request, cancellationToken);
        return TypedResults.Created($"/api/v1/knowledge-bases/{id}/sources/{created.Id}", created);
    }

    private static async Task<Ok<Page<Source>>> ListAsync(
        Guid id,
        int? limit,
        string? cursor,
        SourceService sources,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await sources.ListAsync(context.Caller, id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<SourceCheck>> CheckAsync(
        Guid id, CheckSource request, SourceChecks checks, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await checks.RunAsync(context.Caller, id, request, cancellationToken));

    private static async Task<Ok<Source>> GetAsync(
        Guid id, Guid source, SourceService sources, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await sources.GetAsync(context.Caller, id, source, cancellationToken));

    private static async Task<Ok<Source>> UpdateAsync(
        Guid id,
        Guid source,
        UpdateSource request,
        SourceService sources,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await sources.UpdateAsync(context.Caller, id, source, request, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id,
        Guid source,
        bool? remove_documents,
        SourceService sources,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        await sources.DeleteAsync(context.Caller, id, source, remove_documents == true, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Accepted<Source>> SyncAsync(
        Guid id, Guid source, SourceService sources, CallerContext context, CancellationToken cancellationToken)
        => Accepted(await sources.SyncAsync(context.Caller, id, source, cancellationToken));

    private static async Task<Ok<Source>> CancelAsync(
        Guid id, Guid source, SourceService sources, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await sources.CancelAsync(context.Caller, id, source, cancellationToken));

    private static async Task<Accepted<Source>> ConfirmAsync(
        Guid id, Guid source, SourceService sources, CallerContext context, CancellationToken cancellationToken)
        => Accepted(await sources.ConfirmAsync(context.Caller, id, source, cancellationToken));

    private static async Task<Ok<Page<SourceRun>>> RunsAsync(
        Guid id,
        Guid source,
        int? limit,
        string? cursor,
        SourceService sources,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await sources.RunsAsync(
            context.Caller, id, source, PageRequest.Parse(limit, cursor), cancellationToken));

    private static Accepted<Source> Accepted(Source source)
        => TypedResults.Accepted($"/api/v1/knowledge-bases/{source.KnowledgeBaseId}/sources/{source.Id}", source);
}
