using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Http.Errors;
using Middeck.Identity.Users;

namespace Middeck.Identity.Sessions;

/// <summary>The answers that login, refresh and accepting an invitation share.</summary>
internal sealed class SignInAnswers(IOptions<IdentityOptions> options, TimeProvider clock)
{
    public Ok<SignedIn> SignedIn(HttpContext context, SessionTokens tokens, UserRow user)
    {
        RefreshCookie.Write(context, tokens.RefreshToken, TimeSpan.FromDays(options.Value.SessionDays));
        return TypedResults.Ok(Sessions.SignedIn.Of(tokens, user));
    }

    public static ProblemHttpResult WrongCredentials() => Problems.From(
        Fault.Unauthenticated("auth.invalid_credentials", "The e-mail address or the password is wrong."));

    public static ProblemHttpResult Suspended() => Problems.From(new Fault(
        FaultKind.Forbidden, "auth.suspended", "This account is suspended. An administrator of the installation can resume it."));

    public ProblemHttpResult Locked(HttpContext context, DateTimeOffset until)
    {
        var seconds = (int)Math.Ceiling((until - clock.GetUtcNow()).TotalSeconds);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problems.From(new Fault(
            FaultKind.TooMany,
            "auth.locked",
            $"Too many failed logins. Try again in {(seconds + 59) / 60} minutes or ask an administrator for a reset link.",
            Extensions: new Dictionary<string, object?> { ["retry_after_seconds"] = seconds }));
    }
}
