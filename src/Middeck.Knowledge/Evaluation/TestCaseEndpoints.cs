using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Evaluation;

internal static class TestCaseEndpoints
{
    public static void MapTestCaseEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/cases").WithTags("Evaluation");

        group.MapGet("", ListAsync).WithName("ListTestCases").WithSummary("List the test cases of a knowledge base, newest first")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPost("", CreateAsync).WithName("CreateTestCase").WithSummary("Save a question with the passages that ought to be found")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapPut("/{case:guid}", UpdateAsync).WithName("UpdateTestCase").WithSummary("Change a test case")
            .RequirePermission(Permissions.Knowledge.Update);
        group.MapDelete("/{case:guid}", DeleteAsync).WithName("DeleteTestCase").WithSummary("Delete a test case")
            .RequirePermission(Permissions.Knowledge.Update);
    }

    private static async Task<Ok<Page<TestCase>>> ListAsync(
        Guid id,
        string? q,
        int? limit,
        string? cursor,
        TestCaseService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(
            context.Caller, id, q, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<TestCase>> CreateAsync(
        Guid id, SaveTestCase request, TestCaseService service, CallerContext context, CancellationToken cancellationToken)
    {
        var created = await service.CreateAsync(context.Caller, id, request, cancellationToken);
        return TypedResults.Created($"/api/v1/knowledge-bases/{id}/cases/{created.Id}", created);
    }

    private static async Task<Ok<TestCase>> UpdateAsync(
        Guid id,
        Guid @case,
        SaveTestCase request,
        TestCaseService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.UpdateAsync(context.Caller, id, @case, request, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, Guid @case, TestCaseService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, @case, cancellationToken);
        return TypedResults.NoContent();
    }
}
