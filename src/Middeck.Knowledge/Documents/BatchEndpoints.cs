using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Documents;

internal static class BatchEndpoints
{
    public static void MapBatchEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapPost("/api/v1/knowledge-bases/{id:guid}/documents/batch", RunAsync).WithTags("Documents")
            .WithName("ChangeDocuments").WithSummary("Enable, disable, archive, delete or retry several documents")
            .RequirePermission(Permissions.Knowledge.Update);

    private static async Task<Ok<BatchResult>> RunAsync(
        Guid id, BatchDocuments request, BatchService service, CallerContext context, CancellationToken cancellationToken)
    {
        if (request.Action == BatchAction.Delete && !context.Caller.Has(Permissions.Knowledge.Delete))
        {
            throw new FaultException(Fault.Forbidden(Permissions.Knowledge.Delete));
        }

        return TypedResults.Ok(new BatchResult(await service.RunAsync(context.Caller, id, request, cancellationToken)));
    }
}
