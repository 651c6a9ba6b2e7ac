namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>How a workspace sends mail, as others see it.</summary>
/// <param name="IsSet">Whether anybody has said so; the rest is empty when nobody has.</param>
/// <param name="Host">The mail server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Tls">Whether it is spoken to under TLS (STARTTLS).</param>
/// <param name="Username">Empty for a server that asks for none.</param>
/// <param name="HasPassword">Whether a password is kept.</param>
/// <param name="Sender">The address that mails come from.</param>
/// <param name="SenderName">What stands beside it.</param>
internal sealed record MailSetting(
    bool IsSet, string Host, int Port, bool Tls, string Username, bool HasPassword, string Sender, string SenderName)
{
    public static MailSetting Of(MailSettingRow? row) => row is null
        ? new MailSetting(false, "", 587, true, "", false, "", "")
        : new MailSetting(true, row.Host, row.Port, row.Tls, row.Username, row.Password is not null, row.Sender, row.SenderName);
}
