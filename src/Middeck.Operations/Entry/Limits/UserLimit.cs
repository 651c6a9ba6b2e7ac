using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Operations.Entry.Pages;

namespace Middeck.Operations.Entry.Limits;

/// <summary>How many requests one person or key may make to the platform, from all addresses together, on this node. After authentication.</summary>
internal sealed class UserLimit(IOptions<EntryOptions> options, ErrorResponder errors) : IMiddleware, IDisposable
{
    private readonly PartitionedRateLimiter<Guid>? _buckets = options.Value.RequestsPerMinutePerUser is > 0 and var limit
        ? TokenBuckets.Create<Guid>(limit)
        : null;

    public void Dispose() => _buckets?.Dispose();

    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (_buckets is null
            || (context.RequestServices.GetService(typeof(CallerContext)) as CallerContext)?.Caller is not { } caller
            || KeyOf(caller) is not { } key
            || _buckets.Take(key) is not { } seconds)
        {
            return next(context);
        }

        return errors.WriteAsync(context, EntryFaults.TooManyOfUser(seconds), context.RequestAborted);
    }

    private static Guid? KeyOf(Caller caller) => caller.UserId ?? caller.KeyId;
}
