using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Audit;
using Middeck.Identity.Mail;
using Middeck.Identity.RateLimits;
using Middeck.Identity.Sessions;

namespace Middeck.Identity.Passwords;

internal static class PasswordEndpoints
{
    public static void MapPasswords(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/auth").WithTags("Account");
        group.MapPost("/password", ChangeAsync).WithName("ChangePassword").WithSummary("Change my password")
            .RequirePermission(Permissions.Account.Self).RequireRateLimiting(SignInRateLimits.Policy).WithAuditedFailures();
        group.MapGet("/password-policy", () => TypedResults.Ok(
                new PasswordPolicyView(PasswordPolicy.MinLength, PasswordPolicy.Rules)))
            .WithName("GetPasswordPolicy").WithSummary("What a password has to be").AllowAnonymous();
        group.MapPost("/password/forgot", Forgot).WithName("ForgotPassword")
            .WithSummary("Ask for a mail with a link to a new password")
            .AllowAnonymous().RequireRateLimiting(SignInRateLimits.Policy).WithoutAudit();
        group.MapPost("/password/reset", ResetAsync).WithName("ResetPassword")
            .WithSummary("Set a new password with the token of a link")
            .AllowAnonymous().RequireRateLimiting(SignInRateLimits.Policy).WithAuditedFailures();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeAsync(
        ChangePasswordRequest request,
        HttpContext context,
        CallerContext caller,
        PasswordService passwords,
        SignInAnswers answers,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        audit.About("user", caller.UserId, caller.Caller.Name);
        return await passwords.ChangeAsync(
            caller.UserId, caller.Caller.SessionId, request.CurrentPassword, request.NewPassword, cancellationToken) switch
        {
            PasswordOutcome.Changed => TypedResults.NoContent(),
            PasswordOutcome.Refused(var fault) => Problems.From(fault),
            PasswordOutcome.Locked(var until) => answers.Locked(context, until),
            _ => throw new UnreachableException(),
        };
    }

    // The work is done behind the answer: neither the answer nor its time tells whether there is such an account.
    private static Accepted Forgot(ForgotPasswordRequest request, MailQueue mails)
    {
        mails.Add(new ForgottenPasswordMail(request.Email));
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResetAsync(
        ResetPasswordRequest request, PasswordService passwords, AuditTrail audit, CancellationToken cancellationToken)
    {
        switch (await passwords.ResetAsync(request.Token, request.NewPassword, cancellationToken))
        {
            case PasswordOutcome.Changed(var user):
                audit.About("user", user.Id, user.Email).By(user.Id, user.DefaultWorkspaceId, user.Email);
                return TypedResults.NoContent();
            case PasswordOutcome.Refused(var fault):
                return Problems.From(fault);
            default:
                throw new UnreachableException();
        }
    }
}
