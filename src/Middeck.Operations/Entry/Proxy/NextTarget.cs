using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Middeck.Operations.Entry.Proxy;

/// <summary>
/// Sends a request that a target did not take to another one, until none is left. Only requests without a body that may be
/// repeated: of the others nobody knows what has been done with them.
/// </summary>
internal static class NextTarget
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (MayRepeat(context))
        {
            await RepeatAsync(context, next, context.GetReverseProxyFeature());
        }
    }

    private static async Task RepeatAsync(HttpContext context, RequestDelegate next, IReverseProxyFeature proxy)
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
    }

    private static bool MayRepeat(HttpContext context)
        => context.GetForwarderErrorFeature() is { Error: ForwarderError.Request }
            && !context.Response.HasStarted
            && !context.RequestAborted.IsCancellationRequested
            && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            && context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true };

    private static List<DestinationState> Others(IReverseProxyFeature proxy, HashSet<DestinationState> tried)
        => [.. proxy.AllDestinations.Where(destination => !tried.Contains(destination))];
}
