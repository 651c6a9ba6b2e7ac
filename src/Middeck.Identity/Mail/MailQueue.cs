using System.Threading.Channels;

namespace Middeck.Identity.Mail;

/// <summary>
/// Mails that wait to be sent, in memory: each can be asked for again, and a token must not lie in a job's row. When a
/// thousand wait the newest are dropped.
/// </summary>
internal sealed class MailQueue
{
    private readonly Channel<QueuedMail> _mails = Channel.CreateBounded<QueuedMail>(
        new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Add(QueuedMail mail) => _mails.Writer.TryWrite(mail);

    public IAsyncEnumerable<QueuedMail> ReadAllAsync(CancellationToken cancellationToken)
        => _mails.Reader.ReadAllAsync(cancellationToken);
}
