using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Models.Usage;

internal static class UsageEndpoints
{
    private const int DefaultDays = 30;

    public static void MapUsageEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/usage").WithTags("Models").RequirePermission(Permissions.Models.Usage);

        group.MapGet("", SumAsync).WithName("GetUsage")
            .WithSummary("Sum the usage of models by day, model or app; 30 days unless told");
        group.MapGet("/calls", ListAsync).WithName("ListUsageCalls").WithSummary("List calls of models, newest first");
    }

    private static async Task<Ok<UsageSums>> SumAsync(
        UsageStore usage,
        CallerContext caller,
        TimeProvider clock,
        DateTimeOffset? from,
        DateTimeOffset? to,
        string? group_by,
        CancellationToken cancellationToken)
    {
        var end = to ?? clock.GetUtcNow().AddMinutes(1);
        var start = from ?? end.AddDays(-DefaultDays);
        if (start >= end)
        {
            throw new FaultException(Fault.Invalid("models.invalid_range", "from must be before to.", "from"));
        }

        var group = group_by switch
        {
            null or "" or "day" => UsageGroup.Day,
            "model" => UsageGroup.Model,
            "app" => UsageGroup.App,
            _ => throw new FaultException(Fault.Invalid(
                "models.invalid_group", "group_by must be day, model or app.", "group_by")),
        };
        return TypedResults.Ok(new UsageSums(
            await usage.SumAsync(caller.WorkspaceId, start, end, group, cancellationToken)));
    }

    private static async Task<Ok<Page<UsageCall>>> ListAsync(
        UsageStore usage, CallerContext caller, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        var page = PageRequest.Parse(limit, cursor);
        var rows = await usage.PageAsync(caller.WorkspaceId, page, cancellationToken);
        return TypedResults.Ok(page.ToPage(rows, call => call.Id));
    }
}
