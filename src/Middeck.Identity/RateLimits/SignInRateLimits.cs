using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Identity.RateLimits;

/// <summary>
/// Slows down whoever tries one password on many addresses: a limit per address of the network on all calls that check a
/// password or a token of a link. The lock per account stands beside it.
/// </summary>
internal static class SignInRateLimits
{
    public const string Policy = "identity.sign_in";

    private const int SegmentsPerWindow = 6;

    public static IServiceCollection AddSignInRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<IdentityOptions>>((limits, options) =>
        {
            limits.AddPolicy(Policy, context => RateLimitPartition.GetSlidingWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = options.Value.SignInsPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = SegmentsPerWindow,
                }));
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = RejectAsync;
        });
        return services;
    }

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
            ? (int)Math.Ceiling(wait.TotalSeconds)
            : 60 / SegmentsPerWindow;
        var context = rejected.HttpContext;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var fault = new Fault(
            FaultKind.TooMany,
            "request.too_many",
            $"Too many requests from this address. Try again in {seconds} seconds.",
            Extensions: new Dictionary<string, object?> { ["retry_after_seconds"] = seconds });
        await context.RequestServices.GetRequiredService<ErrorResponder>().WriteAsync(context, fault, cancellationToken);
    }
}
