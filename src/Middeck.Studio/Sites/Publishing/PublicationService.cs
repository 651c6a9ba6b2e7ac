using System.Buffers.Text;
using System.Security.Cryptography;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Storage.Secrets;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Sites.Publishing;

/// <summary>Opens and closes apps' public pages.</summary>
internal sealed class PublicationService(
    PublicationStore store, AppAccess access, ISecretVault vault, AppAnnouncer announcer, AuditTrail audit, TimeProvider clock)
{
    private const string TokenLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int TokenLength = 20;

    public async Task<SitePublication> FindAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        return SitePublication.Of(await store.FindAsync(caller.WorkspaceId, appId, cancellationToken));
    }

    public async Task<SitePublication> SaveAsync(
        Caller caller, Guid appId, SaveSiteAccess request, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var before = SitePublication.Of(await store.FindAsync(caller.WorkspaceId, appId, cancellationToken));
        var wanted = Checked(request);
        if (wanted is { Enabled: true, Mode: SiteAccessMode.Code } && request.AccessCode is null && !before.HasAccessCode)
        {
            throw SiteFaults.CodeToSetMissing();
        }

        var saved = await store.SaveAsync(
            caller.WorkspaceId, appId, wanted, NewToken(), request.AccessCode is { } code ? AccessCode.Hash(code) : null,
            caller.UserId, clock.GetUtcNow(), cancellationToken) ?? throw AppFaults.NotFound();
        var after = SitePublication.Of(saved);
        audit.About("app", appId, app.Name).Change(new { Publication = Told(before) }, new { Publication = Told(after) });
        announcer.Changed(caller.WorkspaceId, appId);
        return after;
    }

    public async Task<SitePublication> ReissueAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var row = await store.ReissueAsync(
            caller.WorkspaceId, appId, NewToken(), caller.UserId, clock.GetUtcNow(), cancellationToken)
            ?? throw SiteFaults.NeverOn();
        audit.About("app", appId, app.Name).Change(null, new { Publication = "another address" });
        announcer.Changed(caller.WorkspaceId, appId);
        return SitePublication.Of(row);
    }

    /// <summary>Makes a new secret by which embedding pages vouch for their users; the former one holds no more.</summary>
    public async Task<SiteIdentitySecret> MakeSecretAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var sealedSecret = vault.Encrypt(secret, PublicationRow.PurposeOf(appId));
        if (!await store.SetIdentitySecretAsync(caller.WorkspaceId, appId, sealedSecret, cancellationToken))
        {
            throw SiteFaults.NeverOn();
        }

        audit.About("app", appId, app.Name).Change(null, new { Publication = "another identity secret" });
        return new SiteIdentitySecret(secret);
    }

    private SiteAccess Checked(SaveSiteAccess request)
    {
        if (request.ExpiresAt <= clock.GetUtcNow())
        {
            throw new FaultException(Fault.Invalid("sites.expiry_past", "expires_at must be in the future.", "expires_at"));
        }

        if (request.AccessCode is { } code && !StorableJson.IsStorable(code))
        {
            throw new FaultException(Fault.Invalid(
                "sites.invalid_code", "access_code holds a character that cannot be typed, such as NUL.", "access_code"));
        }

        // Without what only the request has: the row must never hold the code as it is said.
        return new SiteAccess
        {
            Enabled = request.Enabled,
            Mode = request.Mode,
            Networks = Cleaned(request.Networks, SiteNetwork.Clean, SiteFaults.NoNetwork),
            Origins = Cleaned(request.Origins, SiteOrigin.Clean, SiteFaults.NoOrigin),
            ExpiresAt = request.ExpiresAt?.ToUniversalTime(),
            RequestsPerMinute = request.RequestsPerMinute,
            RequestsPerDay = request.RequestsPerDay,
            ConcurrentAnswers = request.ConcurrentAnswers,
        };
    }

    private static List<string> Cleaned(
        IReadOnlyList<string> given, Func<string, string?> clean, Func<int, FaultException> refuse)
        => [.. given.Select((text, index) => clean(text) ?? throw refuse(index)).Distinct()];

    // The address opens the page, so it does not stand in the audit log.
    private static SitePublication Told(SitePublication publication) => publication with { Token = null };

    private static string NewToken() => RandomNumberGenerator.GetString(TokenLetters, TokenLength);
}
