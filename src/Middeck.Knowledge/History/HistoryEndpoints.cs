using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.History;

internal static class HistoryEndpoints
{
    private const int DefaultDays = 7;
    private const int MaxDays = 90;
    private static readonly QueryNumbers Nothing = new(0, 0, 0, 0);

    public static void MapHistoryEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}").WithTags("Knowledge")
            .RequirePermission(Permissions.Knowledge.Read);

        group.MapGet("/queries", ListAsync).WithName("ListQueries").WithSummary("What was asked of a knowledge base, newest first");
        group.MapGet("/insights", InsightsAsync).WithName("GetKnowledgeInsights")
            .WithSummary("How a knowledge base was used in the last days, at most 90");
        routes.MapGet("/api/v1/knowledge-bases/insights", AllInsightsAsync).WithTags("Knowledge")
            .WithName("ListKnowledgeInsights").WithSummary("The numbers of up to 100 knowledge bases over seven days, by their ids")
            .RequirePermission(Permissions.Knowledge.Read);
    }

    private static async Task<Ok<Page<AskedQuery>>> ListAsync(
        Guid id,
        string? origin,
        bool? unanswered,
        int? limit,
        string? cursor,
        KnowledgeBaseAccess access,
        QueryStore queries,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        await access.OpenAsync(context.Caller, id, AccessLevel.Use, cancellationToken);
        return TypedResults.Ok(await queries.PageAsync(
            context.WorkspaceId, id, OriginOf(origin), unanswered ?? false, PageRequest.Parse(limit, cursor), cancellationToken));
    }

    private static async Task<Ok<BaseInsights>> InsightsAsync(
        Guid id,
        int? days,
        KnowledgeBaseAccess access,
        QueryStore queries,
        TimeProvider clock,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        await access.OpenAsync(context.Caller, id, AccessLevel.Use, cancellationToken);
        var wanted = days is null or (>= 1 and <= MaxDays)
            ? days ?? DefaultDays
            : throw new FaultException(Fault.Invalid("knowledge.invalid_days", $"days must be 1 to {MaxDays}.", "days"));
        var since = clock.GetUtcNow().AddDays(-wanted);
        var numbers = await queries.NumbersAsync(context.WorkspaceId, [id], since, cancellationToken);
        var perDay = await queries.DaysAsync(context.WorkspaceId, id, since, cancellationToken);
        return TypedResults.Ok(new BaseInsights(wanted, numbers.GetValueOrDefault(id, Nothing), perDay));
    }

    private static async Task<Ok<IReadOnlyDictionary<Guid, QueryNumbers>>> AllInsightsAsync(
        Guid[] ids,
        IResourceAccess resources,
        QueryStore queries,
        TimeProvider clock,
        CallerContext context,
        CancellationToken cancellationToken)
    {
        if (ids.Length > PageRequest.MaxLimit)
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.too_many_ids", $"At most {PageRequest.MaxLimit} knowledge bases at once.", "ids"));
        }

        var visible = await resources.VisibleAsync(context.Caller, ResourceKind.KnowledgeBase, ids, cancellationToken);
        return TypedResults.Ok(await queries.NumbersAsync(
            context.WorkspaceId, visible, clock.GetUtcNow().AddDays(-DefaultDays), cancellationToken));
    }

    private static QueryOrigin? OriginOf(string? word)
        => string.IsNullOrEmpty(word) ? null
            : SnakeCase.TryParse<QueryOrigin>(word, out var origin) ? origin
            : throw new FaultException(Fault.Invalid(
                "knowledge.invalid_origin", "origin must be one of: hit_testing, api, app.", "origin"));
}
