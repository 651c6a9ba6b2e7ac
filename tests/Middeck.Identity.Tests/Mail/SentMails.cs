using Middeck.Identity.Mail;

namespace Middeck.Identity.Tests.Mail;

/// <summary>Keeps what would have been sent.</summary>
internal sealed class SentMails : IMailSender
{
    public List<(string To, string Text)> Sent { get; } = [];

    public bool IsConfigured { get; init; } = true;

    public Task SendAsync(string to, string subject, string text, CancellationToken cancellationToken)
    {
        Sent.Add((to, text));
        return Task.CompletedTask;
    }
}
