namespace Middeck.Identity.Mail;

/// <summary>Sends one mail.</summary>
internal interface IMailSender
{
    /// <summary>Whether mails can be sent at all.</summary>
    bool IsConfigured { get; }

    /// <summary>Returns when the server has taken it.</summary>
    Task SendAsync(string to, string subject, string text, CancellationToken cancellationToken);
}
