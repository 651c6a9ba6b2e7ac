using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Http.Errors;

namespace Middeck.Identity.Authorization;

/// <summary>Answers refused calls in the error shape of the called API instead of the framework's empty 401 and 403.</summary>
internal sealed class RefusalWriter(ErrorResponder responder) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            return next(context);
        }

        var fault = authorizeResult.Forbidden ? Forbidden(authorizeResult) : Unauthenticated(context);
        return responder.WriteAsync(context, fault, context.RequestAborted);
    }

    private static Fault Unauthenticated(HttpContext context)
    {
        var failure = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure;
        return Fault.Unauthenticated(
            "auth.unauthenticated",
            failure?.Message ?? "Send an access token or an API key: 'Authorization: Bearer …'.");
    }

    private static Fault Forbidden(PolicyAuthorizationResult result)
        => result.AuthorizationFailure?.FailureReasons.OfType<FaultReason>().FirstOrDefault()?.Fault
            ?? new Fault(FaultKind.Forbidden, "auth.forbidden", "You may not do this.");
}
