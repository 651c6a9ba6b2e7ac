using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Models.Gateway;
using Middeck.Storage.Sql;

namespace Middeck.Models.Catalogue;

internal static class ModelEndpoints
{
    public static void MapModelEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/v1/models", ListAsync).WithName("ListModels").WithTags("Models")
            .WithSummary("List the models that can be chosen").RequirePermission(Permissions.Models.Read);

    private static async Task<Ok<ModelList>> ListAsync(
        IModelDirectory directory, CallerContext caller, string? type, CancellationToken cancellationToken)
        => TypedResults.Ok(new ModelList(
            await directory.ListAsync(caller.WorkspaceId, ParseType(type), cancellationToken)));

    private static ModelType? ParseType(string? type)
    {
        if (string.IsNullOrEmpty(type))
        {
            return null;
        }

        foreach (var value in Enum.GetValues<ModelType>())
        {
            if (SnakeCase.Of(value.ToString()) == type)
            {
                return value;
            }
        }

        throw new FaultException(Fault.Invalid("models.unknown_type", $"There is no type of model '{type}'.", "type"));
    }
}
