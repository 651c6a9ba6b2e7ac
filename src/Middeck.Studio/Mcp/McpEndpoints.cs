using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Audit;
using Middeck.Studio.Apps;
using Middeck.Studio.Tools.Workflows;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Middeck.Studio.Mcp;

/// <summary>Apps as servers of the Model Context Protocol: Streamable HTTP without sessions (revision 2025-06-18).</summary>
internal static class McpEndpoints
{
    public static void AddMcpApps(this IServiceCollection services) => services.AddSingleton<McpApp>();

    public static void MapMcpApps(this IEndpointRouteBuilder routes)
        => routes.MapPost("/mcp/{app}", CallAsync).WithTags("MCP").WithName("CallAppByMcp")
            .WithSummary("Speak the Model Context Protocol with an app: its id or its name, and its key as Bearer")
            .RequirePermission(Permissions.Service.App).WithoutAudit()
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream").Produces(StatusCodes.Status202Accepted);

    private static async Task CallAsync(
        string app, HttpContext http, CallerContext context, PublishedApps published, McpApp apps, CancellationToken cancellationToken)
    {
        RefuseForeignPage(http.Request);
        var snapshot = await FindAsync(app, context, published, cancellationToken);
        var message = await ReadAsync(http.Request, cancellationToken);
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = apps.Open(transport, snapshot, context.Caller.KeyId);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = server.RunAsync(ending.Token);
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache, no-transform";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        if (!await transport.HandlePostRequestAsync(message, http.Response.Body, cancellationToken))
        {
            http.Response.ContentType = null;
            http.Response.StatusCode = StatusCodes.Status202Accepted;
        }

        await ending.CancelAsync();
        await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<AppSnapshot> FindAsync(
        string app, CallerContext context, PublishedApps published, CancellationToken cancellationToken)
    {
        var id = context.Caller.AppId ?? throw AppFaults.NotFound();
        var found = await published.FindAsync(id, cancellationToken) ?? throw AppFaults.NotPublished();
        return found.WorkspaceId == context.WorkspaceId
            && (Guid.TryParse(app, out var named) ? named == id : app == AppSchema.NameOf(found.Name, id))
                ? found
                : throw AppFaults.NotFound();
    }

    private static async Task<JsonRpcMessage> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonRpcMessage>(
                request.Body, McpJsonUtilities.DefaultOptions, cancellationToken)
                ?? throw new JsonException("null is no message.");
        }
        catch (JsonException)
        {
            throw new FaultException(Fault.Invalid("mcp.invalid_message", "The body must be one JSON-RPC 2.0 message."));
        }
    }

    // A page of another site must not reach for what a browser's network can reach (DNS rebinding).
    private static void RefuseForeignPage(HttpRequest request)
    {
        if (request.Headers.Origin.ToString() is { Length: > 0 } origin
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority == request.Host.Value))
        {
            throw new FaultException(new Fault(
                FaultKind.Forbidden, "mcp.foreign_origin", $"Pages of {origin} may not speak with apps here."));
        }
    }
}
