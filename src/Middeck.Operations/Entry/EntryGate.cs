using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Http.Security;
using Middeck.Operations.Entry.AccessLogs;
using Middeck.Operations.Entry.Limits;
using Middeck.Operations.Entry.Networks;
using Middeck.Operations.Entry.Pages;
using Middeck.Operations.Entry.Proxy;

namespace Middeck.Operations.Entry;

/// <summary>
/// What every request passes first: finds out whose it is, refuses what must be refused, hands it to the service or to the
/// platform, and writes it down. One step instead of seven: each wrapping step would cost every request its own state.
/// </summary>
internal sealed class EntryGate(
    RequestDelegate next,
    ServiceForwarding forwarding,
    ServiceRoutes routes,
    MaintenanceSwitch maintenance,
    SecureTransport transport,
    AddressLimit limit,
    EntryRefusals refusals,
    AccessLog log,
    IOptions<EntryOptions> options,
    TimeProvider clock)
{
    private readonly NetworkList _administrators = NetworkList.OfAdministrators(options.Value);
    private readonly PathString[] _adminPaths = [.. options.Value.AdminPaths.Select(path => new PathString(path.TrimEnd('/')))];
    private readonly int _retrySeconds = options.Value.MaintenanceRetrySeconds;

    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method) && HttpProtocol.IsHttp2(context.Request.Protocol))
        {
            // Whoever answers writes a body, and over HTTP/2 it would be sent: clients take that for a broken stream.
            context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        }

        var service = routes.Table.Find(context);
        return log.IsOn ? LoggedAsync(context, service) : AnswerAsync(context, service);
    }

    private async Task LoggedAsync(HttpContext context, ServiceEndpoint? service)
    {
        // Before anything rewrites them.
        var at = clock.GetUtcNow();
        var start = clock.GetTimestamp();
        var (path, query) = (context.Request.Path.Value ?? "", context.Request.QueryString.Value);
        try
        {
            await AnswerAsync(context, service);
        }
        finally
        {
            log.Add(new AccessEntry
            {
                At = at,
                Duration = clock.GetElapsedTime(start),
                Client = context.Connection.RemoteIpAddress,
                User = service is null ? UserOf(context) : null,
                Method = context.Request.Method,
                Host = context.Request.Host.Value ?? "",
                Path = path,
                Query = query,
                Protocol = context.Request.Protocol,
                Status = context.Response.StatusCode,
                Bytes = context.Response.ContentLength,
                Service = service?.Route.Service,
                Target = service is null ? null : ServiceForwarding.TargetOf(context),
                Referer = context.Request.Headers.Referer,
                UserAgent = context.Request.Headers.UserAgent,
                TraceId = Activity.Current?.TraceId.ToHexString(),
            });
        }
    }

    private Task AnswerAsync(HttpContext context, ServiceEndpoint? service)
    {
        var path = context.Request.Path;
        if (maintenance.Words is { } words && !path.StartsWithSegments("/health"))
        {
            return refusals.WriteAsync(context, EntryFaults.Maintenance(_retrySeconds, words), service is not null, words);
        }

        if (transport.Redirects(context))
        {
            return Task.CompletedTask;
        }

        if (Refusal(context, service) is { } fault)
        {
            return refusals.WriteAsync(context, fault, service is not null);
        }

        return service is null ? next(context) : forwarding.InvokeAsync(context, service);
    }

    private Fault? Refusal(HttpContext context, ServiceEndpoint? service)
    {
        var client = context.Connection.RemoteIpAddress;
        if (IsAdministrative(context, service) && !_administrators.Contains(client))
        {
            return EntryFaults.WrongNetwork(client?.ToString());
        }

        return limit.Refuses(client) is { } seconds ? EntryFaults.TooManyOfAddress(seconds) : null;
    }

    private bool IsAdministrative(HttpContext context, ServiceEndpoint? service)
    {
        if (service is not null)
        {
            return service.Route.IsAdministrative;
        }

        foreach (var path in _adminPaths)
        {
            if (context.Request.Path.StartsWithSegments(path))
            {
                return true;
            }
        }

        return false;
    }

    private static string? UserOf(HttpContext context)
        => (context.RequestServices.GetService(typeof(CallerContext)) as CallerContext)?.Caller is { Name.Length: > 0 } caller
            ? caller.Name
            : null;
}
