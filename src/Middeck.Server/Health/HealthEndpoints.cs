using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Middeck.Operations.Configuration;

namespace Middeck.Server.Health;

/// <summary>Whether the platform can serve; open to anybody, so it names parts and states only.</summary>
internal static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", CheckAsync).WithName("Health").WithSummary("Whether the platform can serve")
            .WithTags("Health").AllowAnonymous();
        routes.MapGet("/api/v1/health/", CheckAsync).WithName("HealthOfApi").WithSummary("Whether the platform can serve")
            .WithTags("Health").AllowAnonymous();
        routes.MapGet("/health/ready", CheckAsync).WithName("Ready").WithSummary("Whether to send requests here")
            .WithTags("Health").AllowAnonymous();
        routes.MapGet("/health/live", () => TypedResults.Ok(new LiveReport("ok"))).WithName("Live")
            .WithSummary("Whether the process answers").WithTags("Health").AllowAnonymous();
        return routes;
    }

    private static async Task<Results<Ok<HealthReportView>, JsonHttpResult<HealthReportView>>> CheckAsync(
        HealthCheckService checks, IOptions<ServerOptions> options, CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(cancellationToken);
        var view = new HealthReportView(
            report.Status == HealthStatus.Healthy ? "ok" : "degraded",
            ProductVersion.Current,
            options.Value.Environment,
            report.Entries.ToDictionary(
                entry => entry.Key,
                entry => new HealthCheckView(Word(entry.Value.Status), entry.Value.Description)));
        return report.Status == HealthStatus.Unhealthy
            ? TypedResults.Json(view, statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Ok(view);
    }

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "degraded",
        _ => "failing",
    };
}

/// <summary>The platform's health.</summary>
/// <param name="Status"><c>ok</c> or <c>degraded</c>; with status 503 it cannot serve.</param>
/// <param name="Version">The platform's version.</param>
/// <param name="Environment"><c>dev</c> or <c>prod</c>.</param>
/// <param name="Checks">Each part by name: database, object_store, jobs, models, search_backends.</param>
public sealed record HealthReportView(
    string Status, string Version, string Environment, IReadOnlyDictionary<string, HealthCheckView> Checks);

/// <summary>One part's health.</summary>
/// <param name="Status"><c>ok</c>, <c>degraded</c> or <c>failing</c>.</param>
/// <param name="Message">What is wrong and what to do; null when nothing is.</param>
public sealed record HealthCheckView(string Status, string? Message);

/// <summary>That the process answers.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
public sealed record LiveReport(string Status);
