using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Middeck.Core.Errors;
using Middeck.Http.Outbound;
using Middeck.Storage.Secrets;

namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>Hands mails to the workspace's mail server. Private addresses are refused but for the workspace's allow-list.</summary>
internal sealed class MailSender(MailSettingStore settings, WorkspaceOutbound outbound, ISecretVault vault)
{
    /// <summary>Returns when the server has taken the mail.</summary>
    /// <param name="workspaceId">Whose server.</param>
    /// <param name="mail">Without a sender.</param>
    /// <param name="cancellationToken">Breaks it off; the caller brings the timeout.</param>
    /// <exception cref="FaultException"><c>tools.mail_*</c>.</exception>
    public async Task SendAsync(Guid workspaceId, MailMessage mail, CancellationToken cancellationToken)
    {
        var setting = await settings.FindAsync(workspaceId, cancellationToken) ?? throw MailFaults.NotSet();
        mail.From = AddressOf("sender", setting.Sender, setting.SenderName);
        (mail.SubjectEncoding, mail.BodyEncoding, mail.HeadersEncoding) = (Encoding.UTF8, Encoding.UTF8, Encoding.UTF8);
        try
        {
            using var client = new SmtpClient(await HostOf(setting, cancellationToken), setting.Port)
            {
                EnableSsl = setting.Tls,
                Credentials = setting.Username.Length > 0 ? new NetworkCredential(setting.Username, PasswordOf(setting)) : null,
            };
            // The client notices a cancellation only while it sends, not while it connects.
            await client.SendMailAsync(mail, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception ex) when (ex is OutboundRefusedException)
        {
            throw MailFaults.Failed(ex.Message, ex);
        }
        catch (Exception ex) when (ex is SmtpException or SocketException or IOException or System.Security.Authentication.AuthenticationException)
        {
            throw MailFaults.Failed($"The mail server {setting.Host} did not take the mail: {Reason(ex)}", ex);
        }
    }

    /// <exception cref="FaultException"><c>tools.mail_invalid_address</c>.</exception>
    public static MailAddress AddressOf(string field, string address, string name = "")
        => MailAddress.TryCreate(address.Trim(), name.Trim(), Encoding.UTF8, out var read) && !address.AsSpan().ContainsAny('\r', '\n')
            ? read
            : throw MailFaults.InvalidAddress(field, address);

    // Under TLS the certificate must name the host, so a name that leads elsewhere a moment later gains nothing; without it the
    // address that was checked is the one that is used.
    private async Task<string> HostOf(MailSettingRow setting, CancellationToken cancellationToken)
    {
        var addresses = await outbound.ResolveAsync(setting.WorkspaceId, setting.Host, cancellationToken);
        return setting.Tls
            ? setting.Host
            : addresses.OrderBy(address => address.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).First().ToString();
    }

    private string PasswordOf(MailSettingRow setting)
    {
        try
        {
            return setting.Password is { } password ? vault.Decrypt(password, MailSettingRow.PurposeOf(setting.WorkspaceId)) : "";
        }
        catch (CryptographicException ex)
        {
            throw MailFaults.PasswordUnreadable(ex);
        }
    }

    // "Failure sending mail." says nothing; what is inside does.
    private static string Reason(Exception exception) => exception.InnerException is { } inner && exception is SmtpException { StatusCode: SmtpStatusCode.GeneralFailure }
        ? Reason(inner)
        : exception.Message;
}
