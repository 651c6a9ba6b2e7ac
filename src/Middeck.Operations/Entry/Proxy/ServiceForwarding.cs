using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Middeck.Operations.Entry.Pages;
using Middeck.Operations.Entry.Routes;
using Yarp.ReverseProxy.Model;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>Hands a request to its service.</summary>
internal sealed class ServiceForwarding
{
    private readonly EntryRefusals _refusals;
    private readonly EntryOptions _options;
    private readonly RequestDelegate _forward;

    public ServiceForwarding(IServiceProvider services, EntryRefusals refusals, IOptions<EntryOptions> options)
    {
        _refusals = refusals;
        _options = options.Value;
        var pipeline = new ApplicationBuilder(services);
        if (_options.Compress)
        {
            pipeline.UseResponseCompression();
        }

        pipeline.Run(context => context.GetEndpoint()!.RequestDelegate!(context));
        _forward = pipeline.Build();
    }

    public Task InvokeAsync(HttpContext context, ServiceEndpoint service)
    {
        var limit = service.Route.MaxBodyBytes ?? _options.MaxBodyBytes;
        if (context.Request.ContentLength > limit)
        {
            return _refusals.WriteAsync(context, EntryFaults.TooLarge(limit), isService: true);
        }

        if (service.Route.StripPrefix)
        {
            if (LacksSlash(context.Request, service.Route))
            {
                // Else the page's relative links would lead beside the prefix.
                context.Response.Redirect($"{context.Request.Path.ToUriComponent()}/{context.Request.QueryString}", permanent: false, preserveMethod: true);
                return Task.CompletedTask;
            }

            // The proxy sends on the path without its base, and names the base in X-Forwarded-Prefix.
            context.Request.Path.StartsWithSegments(service.Route.Path!, StringComparison.Ordinal, out var rest);
            context.Request.PathBase = service.Route.Path;
            context.Request.Path = rest;
        }

        context.SetEndpoint(service.Proxy);
        return _forward(context);
    }

    /// <summary>The address that the request went to; null when it went nowhere.</summary>
    public static string? TargetOf(HttpContext context)
        => context.Features.Get<IReverseProxyFeature>()?.ProxiedDestination?.Model.Config.Address;

    private static bool LacksSlash(HttpRequest request, EntryRoute route)
        => request.Path.Value!.Length == route.Path!.Length && HttpMethods.IsGet(request.Method);
}
