using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;

namespace Middeck.Operations.Management.Environment;

internal static class EnvironmentEndpoints
{
    public static void MapEnvironment(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/environment");
        group.MapGet("", Show).WithName("GetEnvironment").WithSummary("Read the environment and what a switch would change");
        group.MapPost("", SwitchAsync).WithName("SwitchEnvironment").WithSummary("Switch the environment; production is checked first");
        group.MapPost("/readiness", JudgeAsync).WithName("CheckReadiness").WithSummary("Judge whether the installation is ready for an environment");
        routes.MapPost("/doctor", ExamineAsync).WithName("RunDoctor").WithSummary("Run all checks on the installation");
    }

    private static Ok<EnvironmentView> Show(EnvironmentService environment) => TypedResults.Ok(environment.Show());

    private static async Task<Ok<SwitchedView>> SwitchAsync(
        EnvironmentRequest request, EnvironmentService environment, AuditTrail audit, CancellationToken cancellationToken)
    {
        var before = environment.Show().Environment;
        var switched = await environment.SwitchAsync(request, cancellationToken);
        audit.About("environment", "environment").Change(
            new { Environment = before }, new { switched.Environment, request.Force });
        return TypedResults.Ok(switched);
    }

    private static async Task<Ok<ReadinessView>> JudgeAsync(
        EnvironmentRequest request, EnvironmentService environment, CancellationToken cancellationToken)
        => TypedResults.Ok(await environment.JudgeAsync(request, cancellationToken));

    private static async Task<Ok<ReadinessView>> ExamineAsync(EnvironmentService environment, CancellationToken cancellationToken)
        => TypedResults.Ok(await environment.ExamineAsync(cancellationToken));
}
