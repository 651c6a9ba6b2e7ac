using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Evaluation.Sets;

internal static class TestSetEndpoints
{
    public static void MapTestSetEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/test-sets").WithTags("App evaluation")
            .RequirePermission(Permissions.Apps.Update);
        group.MapGet("", ListAsync).WithName("ListAppTestSets").WithSummary("List an app's test sets");
        group.MapPost("", CreateAsync).WithName("CreateAppTestSet").WithSummary("Make a test set");
        group.MapGet("/{setId:guid}", FindAsync).WithName("GetAppTestSet").WithSummary("Read a test set, without its cases");
        group.MapPut("/{setId:guid}", UpdateAsync).WithName("UpdateAppTestSet").WithSummary("Change a test set's name and judges");
        group.MapDelete("/{setId:guid}", DeleteAsync).WithName("DeleteAppTestSet")
            .WithSummary("Delete a test set with its cases and evaluations");
        group.MapPost("/{setId:guid}/import", ImportAsync).WithName("ImportAppTestCases")
            .WithSummary("Take in a CSV file of at most 2 MB and 2,000 rows, all of it or nothing")
            .Accepts<IFormFile>("multipart/form-data", "text/csv");
        group.MapGet("/{setId:guid}/cases", CasesAsync).WithName("ListAppTestCases").WithSummary("List a test set's cases, newest first");
        group.MapPost("/{setId:guid}/cases", AddAsync).WithName("CreateAppTestCase").WithSummary("Write a case");
        group.MapPost("/{setId:guid}/cases/from-messages", FromMessagesAsync).WithName("CreateAppTestCasesFromMessages")
            .WithSummary("Make cases of what was asked");
        group.MapPut("/{setId:guid}/cases/{caseId:guid}", UpdateCaseAsync).WithName("UpdateAppTestCase").WithSummary("Change a case");
        group.MapDelete("/{setId:guid}/cases/{caseId:guid}", DeleteCaseAsync).WithName("DeleteAppTestCase").WithSummary("Delete a case");
    }

    private static async Task<Ok<Page<TestSet>>> ListAsync(
        Guid id, int? limit, string? cursor, CallerContext context, TestSetService sets, CancellationToken cancellationToken)
        => TypedResults.Ok(await sets.ListAsync(context.Caller, id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<TestSet>> CreateAsync(
        Guid id, SaveTestSet body, CallerContext context, TestSetService sets, CancellationToken cancellationToken)
    {
        var set = await sets.CreateAsync(context.Caller, id, body, cancellationToken);
        return TypedResults.Created($"/api/v1/apps/{id}/test-sets/{set.Id}", set);
    }

    private static async Task<Ok<TestSet>> FindAsync(
        Guid id, Guid setId, CallerContext context, TestSetService sets, CancellationToken cancellationToken)
        => TypedResults.Ok(await sets.FindAsync(context.Caller, id, setId, cancellationToken));

    private static async Task<Ok<TestSet>> UpdateAsync(
        Guid id, Guid setId, SaveTestSet body, CallerContext context, TestSetService sets, CancellationToken cancellationToken)
        => TypedResults.Ok(await sets.UpdateAsync(context.Caller, id, setId, body, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, Guid setId, CallerContext context, TestSetService sets, CancellationToken cancellationToken)
    {
        await sets.DeleteAsync(context.Caller, id, setId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<AddedCases>> ImportAsync(
        Guid id,
        Guid setId,
        HttpRequest request,
        CallerContext context,
        TestSetService sets,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await sets.ImportAsync(context.Caller, id, setId, request, cancellationToken));

    private static async Task<Ok<Page<AppTestCase>>> CasesAsync(
        Guid id,
        Guid setId,
        int? limit,
        string? cursor,
        CallerContext context,
        TestSetService sets,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await sets.CasesAsync(
            context.Caller, id, setId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<AppTestCase>> AddAsync(
        Guid id,
        Guid setId,
        SaveAppTestCase body,
        CallerContext context,
        TestSetService sets,
        CancellationToken cancellationToken)
    {
        var made = await sets.AddAsync(context.Caller, id, setId, body, cancellationToken);
        return TypedResults.Created($"/api/v1/apps/{id}/test-sets/{setId}/cases/{made.Id}", made);
    }

    private static async Task<Ok<AddedCases>> FromMessagesAsync(
        Guid id,
        Guid setId,
        CasesFromMessages body,
        CallerContext context,
        TestSetService sets,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await sets.FromMessagesAsync(context.Caller, id, setId, body, cancellationToken));

    private static async Task<Ok<AppTestCase>> UpdateCaseAsync(
        Guid id,
        Guid setId,
        Guid caseId,
        SaveAppTestCase body,
        CallerContext context,
        TestSetService sets,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await sets.UpdateCaseAsync(context.Caller, id, setId, caseId, body, cancellationToken));

    private static async Task<NoContent> DeleteCaseAsync(
        Guid id,
        Guid setId,
        Guid caseId,
        CallerContext context,
        TestSetService sets,
        CancellationToken cancellationToken)
    {
        await sets.DeleteCaseAsync(context.Caller, id, setId, caseId, cancellationToken);
        return TypedResults.NoContent();
    }
}
