using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>Says how the workspace sends mail.</summary>
public sealed record SetMail
{
    /// <summary>The mail server, such as <c>smtp.example.com</c>.</summary>
    [Required]
    [StringLength(255, MinimumLength = 1)]
    public string Host { get; init; } = "";

    /// <summary>Its port, 587 as a rule.</summary>
    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Whether it is spoken to under TLS (STARTTLS).</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Empty for a server that asks for none.</summary>
    [StringLength(320)]
    public string Username { get; init; } = "";

    /// <summary>Left out, the one that is kept stays, unless the server or the user name changes.</summary>
    [StringLength(1000)]
    public string? Password { get; init; }

    /// <summary>The address that mails come from.</summary>
    [Required]
    [StringLength(320, MinimumLength = 3)]
    public string Sender { get; init; } = "";

    /// <summary>What stands beside it, such as the company's name.</summary>
    [StringLength(200)]
    public string SenderName { get; init; } = "";
}
