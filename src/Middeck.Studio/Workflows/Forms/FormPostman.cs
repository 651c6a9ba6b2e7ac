using System.Net.Mail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Identity;
using Middeck.Studio.Tools.Builtin.Email;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Forms;

/// <summary>Sends the mails about forms by the workspaces' mail servers, and tries again what a server did not take.</summary>
internal sealed partial class FormPostman(
    FormMailStore store,
    MailSender sender,
    IOptions<IdentityOptions> identity,
    TimeProvider clock,
    ILogger<FormPostman> logger) : BackgroundService
{
    private const int MostAtOnce = 20;
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan[] _pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_interval, clock);
        do
        {
            try
            {
                await SendDueAsync(stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The database may be restarting. The rows wait.
                LogFailed(ex);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task SendDueAsync(CancellationToken cancellationToken)
    {
        var due = await store.TakeAsync(clock.GetUtcNow(), MostAtOnce, cancellationToken);
        await Task.WhenAll(due.Select(mail => SendAsync(mail, cancellationToken)));
    }

    private async Task SendAsync(DueFormMail mail, CancellationToken cancellationToken)
    {
        try
        {
            using var late = new CancellationTokenSource(_patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
            using var message = MessageOf(mail);
            await sender.SendAsync(mail.WorkspaceId, message, either.Token);
            await store.SettleAsync(mail.Id, FormMailState.Sent, null, null, clock.GetUtcNow(), cancellationToken);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await TryAgainAsync(mail, "The mail server did not answer in time.", cancellationToken);
        }
        catch (FaultException ex) when (ex.Fault.Code == "tools.mail_failed")
        {
            await TryAgainAsync(mail, ex.Fault.Detail, cancellationToken);
        }
        catch (FaultException ex)
        {
            // It will not be otherwise before somebody changes a setting.
            await store.SettleAsync(mail.Id, FormMailState.Failed, ex.Fault.Detail, null, null, cancellationToken);
        }
    }

    private Task TryAgainAsync(DueFormMail mail, string error, CancellationToken cancellationToken)
        => mail.Attempts > _pauses.Length
            ? store.SettleAsync(mail.Id, FormMailState.Failed, error, null, null, cancellationToken)
            : store.SettleAsync(
                mail.Id, FormMailState.Waiting, error, clock.GetUtcNow() + _pauses[mail.Attempts - 1], null, cancellationToken);

    private MailMessage MessageOf(DueFormMail mail)
    {
        if (!mail.IsOpen)
        {
            throw FormFaults.MailTooLate();
        }

        // Links begin with the configured address, never with what a request calls itself: that is its sender's to choose.
        var home = identity.Value.PublicUrl.TrimEnd('/');
        var link = home.Length > 0 ? $"{home}/form/{mail.Token}" : throw FormFaults.NoPublicUrl();
        var message = new MailMessage
        {
            // A line break would begin another header.
            Subject = mail.Subject.ReplaceLineEndings(" "),
            Body = mail.Body.Contains(FormMail.Link, StringComparison.Ordinal)
                ? mail.Body.Replace(FormMail.Link, link, StringComparison.Ordinal)
                : $"{mail.Body}\n\n{link}",
        };
        message.To.Add(MailSender.AddressOf("email", mail.Recipient));
        message.Headers.Add("X-Idempotency-Key", mail.Id.ToString());
        return message;
    }

    [LoggerMessage(LogLevel.Error, "Mails about forms could not be sent; it is tried again in a moment.")]
    private partial void LogFailed(Exception exception);
}
