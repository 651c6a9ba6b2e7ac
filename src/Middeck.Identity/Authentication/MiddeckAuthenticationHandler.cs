using System.Diagnostics;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Keys;

namespace Middeck.Identity.Authentication;

/// <summary>Reads the credential of a request and fills the <see cref="CallerContext"/>.</summary>
internal sealed class MiddeckAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    CallerResolver resolver,
    CallerContext callerContext) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Middeck";

    private const string BearerPrefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Credential() is not { } credential)
        {
            return AuthenticateResult.NoResult();
        }

        switch (await resolver.ResolveAsync(credential, NamedWorkspace.Of(Context), Context.RequestAborted))
        {
            case CallerOutcome.Known(var caller, var workspaceMissing):
                callerContext.Caller = caller;
                if (workspaceMissing)
                {
                    Context.Features.Set(new MissingWorkspace());
                }

                return AuthenticateResult.Success(new AuthenticationTicket(Principal(caller), SchemeName));
            case CallerOutcome.Refused(var reason):
                return AuthenticateResult.Fail(reason);
            default:
                throw new UnreachableException();
        }
    }

    private string? Credential()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 1
            && header[0] is { } value
            && value.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return value[BearerPrefix.Length..].Trim();
        }

        // Where Anthropic's clients put the key. Access tokens never come this way.
        var apiKey = Request.Headers["x-api-key"];
        return header.Count == 0 && apiKey.Count == 1 && KeyText.HasPrefix(apiKey[0]!) ? apiKey[0] : null;
    }

    private static ClaimsPrincipal Principal(Caller caller)
        => new(new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, (caller.UserId ?? caller.KeyId).ToString()!),
                new Claim(ClaimTypes.Name, caller.Name),
            ],
            SchemeName));
}
