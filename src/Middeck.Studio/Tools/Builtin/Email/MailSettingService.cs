using System.Net.Mail;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Storage.Secrets;

namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>Keeps how a workspace sends mail.</summary>
internal sealed class MailSettingService(
    MailSettingStore store, MailSender sender, ISecretVault vault, AuditTrail audit, TimeProvider clock)
{
    private const string ObjectKind = "mail_setting";

    public async Task<MailSetting> GetAsync(Caller caller, CancellationToken cancellationToken)
        => MailSetting.Of(await store.FindAsync(caller.WorkspaceId, cancellationToken));

    public async Task<MailSetting> SetAsync(Caller caller, SetMail request, CancellationToken cancellationToken)
    {
        var before = await store.FindAsync(caller.WorkspaceId, cancellationToken);
        var host = request.Host.Trim();
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            throw MailFaults.InvalidHost();
        }

        if (request.Port == 465)
        {
            throw MailFaults.ImplicitTls();
        }

        var from = MailSender.AddressOf("sender", request.Sender, request.SenderName);
        var after = new MailSettingRow(
            caller.WorkspaceId, host, request.Port, request.Tls, request.Username.Trim(),
            PasswordOf(caller.WorkspaceId, request, before), from.Address, from.DisplayName, clock.GetUtcNow());
        await store.SaveAsync(after, caller.UserId, cancellationToken);
        audit.About(ObjectKind, caller.WorkspaceId, after.Host).Change(before is null ? null : Facts(before), Facts(after));
        return MailSetting.Of(after);
    }

    public async Task DeleteAsync(Caller caller, CancellationToken cancellationToken)
    {
        var before = await store.FindAsync(caller.WorkspaceId, cancellationToken);
        await store.DeleteAsync(caller.WorkspaceId, cancellationToken);
        audit.About(ObjectKind, caller.WorkspaceId, before?.Host).Change(before is null ? null : Facts(before), null);
    }

    public async Task<MailCheck> TestAsync(Caller caller, string to, CancellationToken cancellationToken)
    {
        using var mail = new MailMessage { Subject = "Middeck", Body = "Middeck 可以发送邮件了。\nMiddeck can send mail now." };
        mail.To.Add(MailSender.AddressOf("to", to));
        try
        {
            await sender.SendAsync(caller.WorkspaceId, mail, cancellationToken);
            return new MailCheck(true, null);
        }
        catch (FaultException ex) when (ex.Fault.Kind == FaultKind.Upstream)
        {
            return new MailCheck(false, ex.Fault.Detail);
        }
    }

    private string? PasswordOf(Guid workspaceId, SetMail request, MailSettingRow? before)
    {
        if (request.Password is { Length: > 0 } given)
        {
            return vault.Encrypt(given, MailSettingRow.PurposeOf(workspaceId));
        }

        if (before?.Password is null || request.Password is "" || request.Username.Trim().Length == 0)
        {
            return null;
        }

        return before.Host == request.Host.Trim() && before.Username == request.Username.Trim()
            ? before.Password
            : throw MailFaults.PasswordNeeded();
    }

    private static object Facts(MailSettingRow row) => new { row.Host, row.Port, row.Tls, row.Username, row.Sender, row.SenderName };
}
