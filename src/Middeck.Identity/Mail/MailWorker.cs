using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Identity.Passwords;
using Middeck.Identity.Users;

namespace Middeck.Identity.Mail;

/// <summary>Writes and sends the queued mails one after the other.</summary>
internal sealed partial class MailWorker(
    MailQueue queue,
    IMailSender sender,
    UserStore users,
    OneTimeTokens tokens,
    IOptions<IdentityOptions> options,
    ILogger<MailWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var mail in queue.ReadAllAsync(stoppingToken))
        {
            try
            {
                await SendAsync(mail, stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The person sees no mail and asks again; the operator sees why.
                LogFailed(ex, mail.GetType().Name);
            }
        }
    }

    internal Task SendAsync(QueuedMail mail, CancellationToken cancellationToken)
    {
        // Links begin with the configured address, never with what the request calls itself: that is the sender's to choose.
        if (!sender.IsConfigured || options.Value.PublicUrl.Length == 0)
        {
            LogNotConfigured(mail.GetType().Name);
            return Task.CompletedTask;
        }

        return mail switch
        {
            ForgottenPasswordMail forgotten => SendAsync(forgotten, cancellationToken),
            InvitationMail invitation => SendAsync(invitation, cancellationToken),
            _ => throw new UnreachableException(),
        };
    }

    private async Task SendAsync(ForgottenPasswordMail mail, CancellationToken cancellationToken)
    {
        var user = await users.FindByEmailAsync(EmailKey.Of(mail.Email), cancellationToken);
        if (user is null
            || user.SuspendedAt is not null
            || await tokens.IsRecentAsync(OneTimeTokens.PasswordReset, user.Id, cancellationToken))
        {
            return;
        }

        var link = await tokens.IssueAsync(
            OneTimeTokens.PasswordReset, user.Id, OneTimeTokens.MailLifetime, createdBy: null, cancellationToken);
        await sender.SendAsync(
            user.Email,
            "Middeck: 重设密码 / new password",
            $"""
            {user.Name}，

            请在一小时内打开下面的链接设置新密码。如果不是您本人的请求，请忽略本邮件。
            Open this link within an hour to set a new password. If you did not ask for it, ignore this mail.

            {Absolute(link.Url)}
            """,
            cancellationToken);
    }

    private Task SendAsync(InvitationMail mail, CancellationToken cancellationToken)
        => sender.SendAsync(
            mail.Email,
            "Middeck: 邀请 / invitation",
            $"""
            {mail.InvitedBy} 邀请您加入工作空间“{mail.WorkspaceName}”。
            {mail.InvitedBy} invites you to the workspace "{mail.WorkspaceName}".

            {Absolute(mail.Path)}
            """,
            cancellationToken);

    private string Absolute(string path) => options.Value.PublicUrl.TrimEnd('/') + path;

    [LoggerMessage(LogLevel.Warning, "A {Mail} is not sent: smtp.host, smtp.from and identity.public_url must be configured.")]
    private partial void LogNotConfigured(string mail);

    [LoggerMessage(LogLevel.Error, "A {Mail} could not be sent.")]
    private partial void LogFailed(Exception exception, string mail);
}
