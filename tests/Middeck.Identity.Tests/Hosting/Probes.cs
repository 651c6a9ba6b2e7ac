using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Identity.Tests.Hosting;

/// <summary>One endpoint per kind of permission, as other rooms have them.</summary>
internal static class Probes
{
    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/probe/caller", (CallerContext caller) => new
        {
            Kind = caller.Caller.Kind.ToString(),
            caller.Caller.WorkspaceId,
            caller.Caller.AppId,
        }).RequirePermission(Permissions.Apps.Read);
        routes.MapGet("/probe/app-key", () => "ok").RequirePermission(Permissions.Service.App);
        routes.MapGet("/probe/dataset-key", () => "ok").RequirePermission(Permissions.Service.Knowledge);
        routes.MapPost("/probe/apps", (AuditTrail audit, bool? fail) =>
        {
            audit.About("app", "42", "Probe").Change(new { Name = "old" }, new { Name = "new" });
            return fail == true
                ? throw new FaultException(Fault.Conflict("probe.conflict", "No."))
                : Microsoft.AspNetCore.Http.TypedResults.Ok(new { Ok = true });
        }).RequirePermission(Permissions.Apps.Create).WithName("CreateProbe");
    }
}
