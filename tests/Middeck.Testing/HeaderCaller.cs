using System.Net.Http.Headers;
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

namespace Middeck.Testing;

/// <summary>
/// Stands in for Identity where a room is tested alone: the caller is what the header says,
/// <c>Test workspace user admin ,permission,permission</c>.
/// </summary>
public sealed class HeaderCaller(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The authentication scheme.</summary>
    public const string Name = "Test";

    /// <summary>Who calls when nobody is named.</summary>
    public static Guid User { get; } = Guid.Parse("01900000-0000-7000-8000-0000000000ff");

    /// <summary>Registers the scheme and the policy that endpoints ask for.</summary>
    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthentication(Name).AddScheme<AuthenticationSchemeOptions, HeaderCaller>(Name, null);
        services.AddAuthorization(options => options.AddPolicy(
            PermissionEndpoints.Policy, policy => policy.RequireAssertion(Holds)));
    }

    /// <summary>A client that calls as somebody.</summary>
    public static HttpClient Client(string address, Guid workspace, Guid? user, bool admin, params string[] permissions)
    {
#pragma warning disable RS0030 // A test's own client, to a server of its own.
        var client = new HttpClient { BaseAddress = new Uri(address), Timeout = Timeout.InfiniteTimeSpan };
#pragma warning restore RS0030
        // A comma in front: a header may not end in a space.
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            Name, $"{workspace} {user ?? User} {admin} ,{string.Join(',', permissions)}");
        return client;
    }

    private static bool Holds(AuthorizationHandlerContext context)
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

    /// <inheritdoc />
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
