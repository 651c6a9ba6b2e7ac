using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Observability.Tests;

/// <summary>Takes the caller from the header, <c>workspace user admin permission,permission</c>, and holds permissions against it.</summary>
internal sealed class HeaderCaller(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Test";

    public static Guid User { get; } = Guid.Parse("01900000-0000-7000-8000-0000000000ff");

    public static string Write(Guid workspace, Guid? user, bool admin, string[] permissions)
        // A comma in front: a header may not end in a space.
        => $"{workspace} {user ?? User} {admin} ,{string.Join(',', permissions)}";

    public static bool Holds(AuthorizationHandlerContext context)
    {
        var http = (HttpContext)context.Resource!;
        var needed = Permissions.All[http.GetEndpoint()!.Metadata.GetMetadata<PermissionMetadata>()!.Name];
        var caller = http.RequestServices.GetRequiredService<CallerContext>().Caller;
        return needed.Scope switch
        {
            PermissionScope.Account => caller.UserId is not null,
            PermissionScope.Installation => caller.IsInstallationAdmin,
            _ => caller.Has(needed.Name),
        };
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString().Split(' ', 5) is not ["Test", var workspace, var user, var admin, var permissions])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        Context.RequestServices.GetRequiredService<CallerContext>().Caller = new Caller
        {
            Kind = CallerKind.User,
            WorkspaceId = Guid.Parse(workspace),
            UserId = Guid.Parse(user),
            IsInstallationAdmin = bool.Parse(admin),
            Permissions = permissions.Split(',').ToHashSet(),
        };
        var identity = new ClaimsIdentity([], Name);
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Name)));
    }
}
