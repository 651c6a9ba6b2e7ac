using Microsoft.AspNetCore.Http;
using Middeck.Core.Audit;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Sessions;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Audit;

/// <summary>
/// Writes a row for every changing call. The row is written when the response starts, which is after the service did its
/// work and before the first byte goes out: what is acknowledged is in the log, and a stream is logged before its body.
/// </summary>
internal sealed class AuditMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, AuditStore store, TimeProvider clock)
    {
        if (AuditAction.Of(context) is { } action)
        {
            // Taken now: when an exception is answered the framework has cleared the endpoint.
            var services = context.RequestServices;
            var caller = (CallerContext)services.GetService(typeof(CallerContext))!;
            var trail = (AuditTrail)services.GetService(typeof(AuditTrail))!;
            context.Response.OnStarting(() => action.For(context.Response.StatusCode) is { } name
                // Not the request's token: a client that goes away does not undo what it did.
                ? store.AddAsync(Row(context, name, caller.Caller, trail, clock), CancellationToken.None)
                : Task.CompletedTask);
        }

        return next(context);
    }

    private static AuditRow Row(HttpContext context, string action, Caller caller, AuditTrail trail, TimeProvider clock)
    {
        var client = ClientAddress.Of(context);
        var actorId = trail.Actor?.UserId ?? caller.UserId ?? caller.KeyId;
        return new AuditRow
        {
            Id = Ids.New(clock),
            At = clock.GetUtcNow(),
            WorkspaceId = trail.Actor?.WorkspaceId ?? (caller.WorkspaceId == Guid.Empty ? null : caller.WorkspaceId),
            ActorKind = SnakeCase.Of((trail.Actor?.UserId is null ? caller.Kind : CallerKind.User).ToString()),
            ActorId = actorId,
            ActorName = trail.Actor?.Name ?? caller.Name,
            Action = action,
            ObjectKind = trail.ObjectKind,
            ObjectId = trail.ObjectId,
            ObjectName = trail.ObjectName,
            Ip = client.Ip,
            UserAgent = client.UserAgent,
            Status = context.Response.StatusCode,
            Before = trail.Before,
            After = trail.After,
            TraceId = Problems.TraceId(context),
        };
    }
}
