using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Models.Defaults;

internal static class DefaultModelEndpoints
{
    public static void MapDefaultModelEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/default-models").WithTags("Models").RequirePermission(Permissions.Models.Read);

        group.MapGet("", GetAsync).WithName("GetDefaultModels").WithSummary("Read the default models, chosen and in use");
        group.MapPut("", SetAsync).WithName("SetDefaultModels").WithSummary("Choose default models by type")
            .RequirePermission(Permissions.Models.Manage);
    }

    private static async Task<Ok<DefaultModels>> GetAsync(
        DefaultModelService defaults, CallerContext caller, CancellationToken cancellationToken)
        => TypedResults.Ok(await defaults.GetAsync(caller.WorkspaceId, cancellationToken));

    private static async Task<Ok<DefaultModels>> SetAsync(
        Dictionary<string, JsonElement> request,
        DefaultModelService defaults,
        CallerContext caller,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await defaults.SetAsync(
            caller.WorkspaceId, request.ToDictionary(entry => entry.Key, Text), audit, cancellationToken));

    private static string? Text(KeyValuePair<string, JsonElement> entry) => entry switch
    {
        { Value.ValueKind: JsonValueKind.String } => entry.Value.GetString(),
        { Value.ValueKind: JsonValueKind.Null } or { Key: "resolved" } => null,
        _ => throw new FaultException(Fault.Invalid(
            "models.invalid_name", "A default is provider/model as text, or null.", entry.Key)),
    };
}
