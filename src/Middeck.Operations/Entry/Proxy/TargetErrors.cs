using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Middeck.Core.Errors;
using Middeck.Operations.Entry.Pages;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>
/// What follows when a target fails. A request that it did not take goes to another one, until none is left: only requests without
/// a body that may be repeated, of the others nobody knows what has been done with them. Then the entry answers for the service.
/// </summary>
internal sealed class TargetErrors(EntryRefusals refusals)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        // Nearly always there is none; everything else is left to a method of its own, so that this one stays small.
        if (context.Features.Get<IForwarderErrorFeature>() is not null)
        {
            await RecoverAsync(context, next, context.GetReverseProxyFeature());
        }
    }

    private async Task RecoverAsync(HttpContext context, RequestDelegate next, IReverseProxyFeature proxy)
    {
        var tried = new HashSet<DestinationState>();
        while (MayRepeat(context) && proxy.ProxiedDestination is { } failed && tried.Add(failed)
            && Others(proxy, tried) is { Count: > 0 } others)
        {
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.StatusCode = StatusCodes.Status200OK;
            proxy.AvailableDestinations = others;
            await next(context);
        }

        if (context.GetForwarderErrorFeature() is { } error
            && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await refusals.WriteAsync(context, FaultOf(error, proxy.Route.Config), isService: true);
        }
    }

    private static Fault FaultOf(IForwarderErrorFeature error, RouteConfig route)
        => error.Exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
                or { InnerException: BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } }
            ? EntryFaults.TooLarge(route.MaxRequestBodySize!.Value)
            : error.Error is ForwarderError.RequestTimedOut or ForwarderError.UpgradeActivityTimeout
                ? EntryFaults.ServiceSilent(route.RouteId)
                : EntryFaults.ServiceDown(route.RouteId);

    private static bool MayRepeat(HttpContext context)
        => context.GetForwarderErrorFeature() is { Error: ForwarderError.Request }
            && !context.Response.HasStarted
            && !context.RequestAborted.IsCancellationRequested
            && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            && context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true };

    private static List<DestinationState> Others(IReverseProxyFeature proxy, HashSet<DestinationState> tried)
        => [.. proxy.AllDestinations.Where(destination => !tried.Contains(destination))];
}
