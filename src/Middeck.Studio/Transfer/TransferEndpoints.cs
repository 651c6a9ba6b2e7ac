using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Studio.Comparison;

namespace Middeck.Studio.Transfer;

internal static class TransferEndpoints
{
    private const string Yaml = "application/yaml";
    private static readonly string[] OtherYaml = ["application/x-yaml", "text/yaml", "text/x-yaml"];

    public static void MapTransferEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps").WithTags("Apps").RequirePermission(Permissions.Apps.Read);
        group.MapPost("/import", ImportAsync).WithName("ImportApp")
            .WithSummary("Make an app of a YAML file, sent or fetched from a url, or give an app the draft that it describes")
            .Accepts<string>(Yaml, OtherYaml).RequirePermission(Permissions.Apps.Create);
        group.MapGet("/{id:guid}/export", ExportAsync).WithName("ExportApp").WithSummary("Write an app into a YAML file")
            .Produces<string>(StatusCodes.Status200OK, Yaml);
        group.MapGet("/{id:guid}/diff", CompareAsync).WithName("CompareApp")
            .WithSummary("Tell how two drafts or versions of an app differ");
        group.MapPost("/{id:guid}/diff", CompareFileAsync).WithName("CompareAppWithFile")
            .WithSummary("Tell how a YAML file differs from an app").Accepts<string>(Yaml, OtherYaml);
    }

    private static async Task<Results<Ok<ImportResult>, Accepted<ImportResult>>> ImportAsync(
        [FromQuery(Name = "app_id")] Guid? appId,
        bool? confirm,
        string? url,
        HttpRequest request,
        CallerContext context,
        AppImport import,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var result = await import.ImportAsync(
            context.Caller, new ImportRequest(request, appId, confirm ?? false) { Url = url }, audit, cancellationToken);
        return result.AppId is null ? TypedResults.Accepted((string?)null, result) : TypedResults.Ok(result);
    }

    private static async Task<FileContentHttpResult> ExportAsync(
        Guid id,
        string? version,
        [FromQuery(Name = "include_secrets")] bool? includeSecrets,
        CallerContext context,
        AppExport export,
        CancellationToken cancellationToken)
    {
        var (name, yaml) = await export.ExportAsync(
            context.Caller, id, version, includeSecrets ?? false, cancellationToken);
        return TypedResults.File(Encoding.UTF8.GetBytes(yaml), $"{Yaml}; charset=utf-8", FileName(name));
    }

    // A name is whatever people type; in a header and on a disk some of it would be something else.
    private static string FileName(string name)
        => string.Concat(name.Select(static c => char.IsControl(c) || "\"*/:<>?\\|".Contains(c, StringComparison.Ordinal) ? '_' : c)) + ".yml";

    private static async Task<Ok<IReadOnlyList<JsonChange>>> CompareAsync(
        Guid id,
        string? from,
        string? to,
        CallerContext context,
        AppComparison comparison,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await comparison.CompareAsync(context.Caller, id, from, to, cancellationToken));

    private static async Task<Ok<IReadOnlyList<JsonChange>>> CompareFileAsync(
        Guid id,
        string? with,
        HttpRequest request,
        CallerContext context,
        AppExport export,
        IOptions<StudioOptions> options,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await export.CompareAsync(
            context.Caller, new ImportRequest(request, id, IsConfirmed: false), with, options.Value.MaxImportBytes,
            cancellationToken));
}
