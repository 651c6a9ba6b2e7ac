using System.Globalization;
using Middeck.Core.Audit;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Storage.Secrets;
using Middeck.Studio.Apps;
using Middeck.Studio.Channels.Webhooks;

namespace Middeck.Studio.Channels;

/// <summary>Makes, changes and lists an app's channels. Who may publish an app may do so.</summary>
internal sealed class ChannelService(
    ChannelStore store, AppAccess access, AppAnnouncer announcer, ISecretVault vault, AuditTrail audit, TimeProvider clock)
{
    private const string ObjectKind = "channel";
    private const int MostPerApp = 50;
    private static readonly TimeSpan FormerLasts = TimeSpan.FromHours(24);

    public async Task<Page<Channel>> ListAsync(
        Caller caller, Guid appId, PageRequest page, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        var rows = await store.ListAsync(caller.WorkspaceId, appId, page, cancellationToken);
        return page.ToPage(rows, row => row.Id).Select(Show);
    }

    public async Task<Channel> GetAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
        => Show(await OpenAsync(caller, appId, id, cancellationToken));

    public async Task<NewChannel> CreateAsync(
        Caller caller, Guid appId, CreateChannel request, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        var kind = request.Kind!.Value;
        var id = Ids.New(clock);
        var now = clock.GetUtcNow();
        var name = ChannelInput.Name(request.Name);
        var events = ChannelInput.Events(kind, request.Events);
        var settings = ChannelInput.Settings(kind, request.Settings);
        var signing = kind == ChannelKind.Webhook ? WebhookSignature.NewSecret() : null;
        var none = new ChannelSecrets(new Dictionary<string, string>());
        var secrets = signing is null
            ? ChannelInput.Secrets(kind, none, request.Secrets)
            : none.With(new Dictionary<string, string> { [ChannelSecrets.Signing] = signing });
        var row = new ChannelRow(
            id, caller.WorkspaceId, appId, kind, name, Enabled: true, SwitchedOffReason: null, events, settings,
            secrets.Seal(vault, id), null, null, null, null, null, now, now);
        if (!await store.InsertAsync(row, caller.UserId, MostPerApp, cancellationToken))
        {
            throw ChannelFaults.TooMany(MostPerApp);
        }

        audit.About(ObjectKind, id, row.Name).Change(null, Facts(row));
        announcer.Changed(caller.WorkspaceId, appId);
        return new NewChannel(Channel.From(row, secrets), signing);
    }

    public async Task<Channel> UpdateAsync(
        Caller caller, Guid appId, Guid id, UpdateChannel request, CancellationToken cancellationToken)
    {
        var before = await OpenAsync(caller, appId, id, cancellationToken);
        var secrets = ChannelSecrets.Open(vault, before);
        if (before.IsBot && request.Secrets is not null)
        {
            secrets = ChannelInput.Secrets(before.Kind, secrets, request.Secrets);
        }

        var enabled = request.Enabled ?? before.Enabled;
        var after = before with
        {
            Name = request.Name is null ? before.Name : ChannelInput.Name(request.Name),
            Enabled = enabled,
            SwitchedOffReason = enabled ? null : before.SwitchedOffReason,
            Events = request.Events is null ? before.Events : ChannelInput.Events(before.Kind, request.Events),
            Settings = request.Settings is null ? before.Settings : ChannelInput.Settings(before.Kind, request.Settings),
            Secrets = secrets.Seal(vault, id),
            UpdatedAt = clock.GetUtcNow(),
        };
        await store.UpdateAsync(after, cancellationToken);
        audit.About(ObjectKind, id, after.Name).Change(Facts(before), Facts(after));
        announcer.Changed(caller.WorkspaceId, appId);
        return Show(await OpenAsync(caller, appId, id, cancellationToken));
    }

    public async Task DeleteAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, appId, id, cancellationToken);
        await store.DeleteAsync(caller.WorkspaceId, id, cancellationToken);
        audit.About(ObjectKind, id, row.Name).Change(Facts(row), null);
        announcer.Changed(caller.WorkspaceId, appId);
    }

    /// <summary>Gives a webhook another secret; for a day calls are signed by both, so that the receiver can change over in between.</summary>
    public async Task<RotatedSecret> RotateAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, appId, id, cancellationToken);
        if (row.IsBot)
        {
            throw ChannelFaults.NotAWebhook();
        }

        var secret = WebhookSignature.NewSecret();
        var now = clock.GetUtcNow();
        var secrets = ChannelSecrets.Open(vault, row);
        var until = now + FormerLasts;
        var after = row with
        {
            Secrets = secrets.With(new Dictionary<string, string>
            {
                [ChannelSecrets.Signing] = secret,
                [ChannelSecrets.FormerSigning] = secrets[ChannelSecrets.Signing],
                [ChannelSecrets.FormerUntil] = until.ToString("O", CultureInfo.InvariantCulture),
            }).Seal(vault, id),
            UpdatedAt = now,
        };
        await store.UpdateAsync(after, cancellationToken);
        audit.About(ObjectKind, id, row.Name).Change(null, new { SecretRotated = true });
        return new RotatedSecret(secret, until);
    }

    /// <summary>A channel of an app that the caller may publish.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>apps.not_found</c>, <c>channels.not_found</c>, or the refusal of the access rules.</exception>
    public async Task<ChannelRow> OpenAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        return await store.FindAsync(caller.WorkspaceId, appId, id, cancellationToken) ?? throw ChannelFaults.NotFound();
    }

    private Channel Show(ChannelRow row) => Channel.From(row, ChannelSecrets.Open(vault, row));

    private static object Facts(ChannelRow row) => new { row.AppId, row.Kind, row.Name, row.Enabled, row.Events, row.Settings };
}
