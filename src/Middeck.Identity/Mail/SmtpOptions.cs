using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity.Mail;

/// <summary>The server that mails go out by. Without one there are no mails, and administrators hand out links.</summary>
public sealed class SmtpOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "smtp";

    /// <summary>The server's name. Empty: no mails.</summary>
    public string Host { get; set; } = "";

    /// <summary>1 to 65,535.</summary>
    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>The account; empty for servers that want none.</summary>
    public string User { get; set; } = "";

    /// <summary>The account's password.</summary>
    public string Password { get; set; } = "";

    /// <summary>The sender, such as <c>Middeck &lt;ai@example.com&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Whether the connection must be encrypted (STARTTLS).</summary>
    public bool Tls { get; set; } = true;

    /// <summary>Whether mails can be sent.</summary>
    public bool IsConfigured => Host.Length > 0 && From.Length > 0;
}
