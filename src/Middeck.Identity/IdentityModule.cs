using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Core.Onboarding;
using Middeck.Http.Configuration;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Accounts;
using Middeck.Identity.Administration;
using Middeck.Identity.Audit;
using Middeck.Identity.Authentication;
using Middeck.Identity.Authorization;
using Middeck.Identity.Bootstrap;
using Middeck.Identity.Changes;
using Middeck.Identity.Invitations;
using Middeck.Identity.Keys;
using Middeck.Identity.Mail;
using Middeck.Identity.Members;
using Middeck.Identity.Onboarding;
using Middeck.Identity.Passwords;
using Middeck.Identity.RateLimits;
using Middeck.Identity.Retention;
using Middeck.Identity.Roles;
using Middeck.Identity.Sessions;
using Middeck.Identity.Signing;
using Middeck.Identity.Tokens;
using Middeck.Identity.Users;
using Middeck.Identity.Workspaces;
using Middeck.Jobs;
using Middeck.Storage;

namespace Middeck.Identity;

/// <summary>People, workspaces, roles, sessions, keys and the audit log; who may do what.</summary>
public static class IdentityModule
{
    /// <summary>Registers the room.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddMigrations<IdentityOptions>("identity", floor: 2);
        services.AddRoomOptions<IdentityOptions>(IdentityOptions.Section);
        services.AddSingleton<IValidateOptions<IdentityOptions>, IdentityOptionsValidator>();
        services.AddSignInRateLimits();
        services.AddCallers();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<IUrlSigner, UrlSigner>();
        services.AddSingleton<IPasswordHasher<UserRow>, PasswordHasher<UserRow>>();
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<LoginAttempts>();
        services.AddSingleton<OneTimeTokens>();
        services.AddSingleton<PasswordService>();
        services.AddSingleton<UserStore>();
        services.AddSingleton<IPeople>(static provider => provider.GetRequiredService<UserStore>());
        services.AddSingleton<AdminStore>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<IAccounts, AccountAdministration>();
        services.AddWorkspaces();
        services.AddKeysAndAccess();
        services.AddMails();
        services.AddOnboarding();
        services.AddIdentityRetention();
        services.AddSingleton<SessionStarter>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<CredentialCheck>();
        services.AddSingleton<RefreshService>();
        services.AddSingleton<SignInAnswers>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<InitialPasswordFile>();
        services.AddSingleton<FirstAdministrator>();
        return services;
    }

    /// <summary>Loads the signing keys and makes the first administrator. After the migrations, before the server listens.</summary>
    /// <exception cref="InvalidOperationException">The configured password must not be used; the message is one line for the operator.</exception>
    /// <returns>The workspace that was made first, for what a first start puts into it.</returns>
    public static async Task<Guid?> BootstrapIdentityAsync(
        this IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SigningKeys>().LoadAsync(cancellationToken);
        var workspaceId = await services.GetRequiredService<FirstAdministrator>().EnsureAsync(cancellationToken);
        services.GetRequiredService<IdentityChanges>().Start();
        return workspaceId;
    }

    /// <summary>Puts rate limits, authentication, audit and authorization into the pipeline, in this order, after routing.</summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        // Around authorization, so that forbidden attempts are seen.
        app.UseMiddleware<AuditMiddleware>();
        return app.UseAuthorization();
    }

    /// <summary>Maps the room's endpoints.</summary>
    public static IEndpointRouteBuilder MapIdentity(this IEndpointRouteBuilder routes)
    {
        routes.MapSignIn();
        routes.MapMe();
        routes.MapPasswords();
        routes.MapSessions();
        routes.MapWorkspaces();
        routes.MapMembers();
        routes.MapInvitations();
        routes.MapInvitationAcceptance();
        routes.MapRoles();
        routes.MapAccess();
        routes.MapManagementKeys();
        routes.MapAuditLog();
        routes.MapAdministration();
        return routes;
    }

    private static void AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<StateCache<Guid, PersonState>>();
        services.AddSingleton<StateCache<string, KeyState>>();
        services.AddSingleton<IdentityChanges>();
        services.AddSingleton<PersonStateStore>();
        services.AddSingleton<KeyStateStore>();
        services.AddSingleton<CallerResolver>();
        services.AddAuthentication(MiddeckAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, MiddeckAuthenticationHandler>(
                MiddeckAuthenticationHandler.SchemeName, configureOptions: null);
        services.AddAuthorization(options => options.AddPolicy(
            PermissionEndpoints.Policy, policy => policy.AddRequirements(new PermissionRequirement())));
        services.AddScoped<IAuthorizationHandler, PermissionAuthorizationHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalWriter>();
    }

    private static void AddWorkspaces(this IServiceCollection services)
    {
        services.AddSingleton<WorkspaceStore>();
        services.AddSingleton<WorkspaceDeletion>();
        services.AddJobHandler<EraseWorkspaceJob>(WorkspaceDeletion.JobKind);
        services.AddRecurring(
            "identity.erasures",
            TimeSpan.FromHours(1),
            (provider, cancellationToken) => provider.GetRequiredService<WorkspaceDeletion>().SweepAsync(cancellationToken));
        services.AddSingleton<MemberStore>();
        services.AddSingleton<MemberService>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<InvitationService>();
    }

    private static void AddKeysAndAccess(this IServiceCollection services)
    {
        services.AddSingleton<IApiKeys, ApiKeys>();
        services.AddSingleton<AccessStore>();
        services.AddSingleton<IAccessLists>(static provider => provider.GetRequiredService<AccessStore>());
        services.AddSingleton<IResourceAccess, ResourceAccess>();
    }

    private static void AddMails(this IServiceCollection services)
    {
        services.AddRoomOptions<SmtpOptions>(SmtpOptions.Section);
        services.AddSingleton<MailQueue>();
        services.AddSingleton<IMailSender, SmtpMailSender>();
        services.AddHostedService<MailWorker>();
    }

    private static void AddOnboarding(this IServiceCollection services)
    {
        services.AddSingleton<IOnboardingStep, ChangePasswordStep>();
        services.AddSingleton<IOnboardingStep, CreateKeyStep>();
        services.AddSingleton<IOnboardingStep, InviteStep>();
    }
}
