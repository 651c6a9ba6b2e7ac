using System.Net.Mail;

namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>Sends mail by the workspace's mail server.</summary>
internal sealed class EmailTools(MailSender sender) : IBuiltinTools
{
    private const int MostRecipients = 50;

    public IReadOnlyList<BuiltinTool> All =>
    [
        new(
            "email",
            new ToolInfo(
                "send_mail",
                new ToolWords("发送邮件", "Send e-mail"),
                new ToolWords("通过工作区的邮件服务器发送邮件。", "Sends an e-mail by the workspace's mail server."),
                ToolSchema.Of(
                    """
                    "send_to": {"type": "string", "description": "Recipients' addresses, separated by commas"},
                    "cc": {"type": "string", "description": "Addresses that get a copy, separated by commas"},
                    "subject": {"type": "string", "description": "The subject"},
                    "email_content": {"type": "string", "description": "The text of the mail"},
                    "content_type": {"type": "string", "enum": ["text", "html"], "description": "What the text is; text when left out"}
                    """,
                    "send_to", "subject", "email_content"),
                "✉️")
            { NeedsConfirmation = true },
            SendAsync),
    ];

    private async Task<ToolResult> SendAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        using var mail = new MailMessage
        {
            // A line break would begin another header.
            Subject = arguments.Text("subject").ReplaceLineEndings(" "),
            Body = arguments.Text("email_content"),
            IsBodyHtml = arguments.OptionalText("content_type") == "html",
        };
        Add(mail.To, "send_to", arguments.Text("send_to"));
        Add(mail.CC, "cc", arguments.OptionalText("cc") ?? "");
        if (context.IdempotencyKey is { } key)
        {
            // A mail that is sent again after a crash is recognised by it.
            mail.Headers.Add("X-Idempotency-Key", key);
        }

        await sender.SendAsync(context.Caller.WorkspaceId, mail, cancellationToken);
        return new ToolResult($"The mail was sent to {string.Join(", ", mail.To.Concat(mail.CC).Select(address => address.Address))}.");
    }

    // "a@x.com; b@y.com", or a JSON list of them.
    private static void Add(MailAddressCollection to, string field, string written)
    {
        foreach (var address in written.Split([',', ';', '，', '；', '\n', '[', ']', '"'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            to.Add(MailSender.AddressOf(field, address));
        }

        if (to.Count > MostRecipients)
        {
            throw ToolFaults.Argument($"{field} may hold {MostRecipients} addresses at most.");
        }
    }
}
