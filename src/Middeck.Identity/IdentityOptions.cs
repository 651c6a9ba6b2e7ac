using System.ComponentModel.DataAnnotations;

namespace Middeck.Identity;

/// <summary>Sign-in, the first administrator and the audit log.</summary>
public sealed class IdentityOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "identity";

    /// <summary>E-mail of the first administrator.</summary>
    [Required]
    [EmailAddress]
    public string AdminEmail { get; set; } = "admin@middeck.local";

    /// <summary>Password of the first administrator. Empty: one is generated and written to <see cref="InitialPasswordFile"/>.</summary>
    public string AdminPassword { get; set; } = "";

    /// <summary>Where a generated first password is kept (mode 0600) until it is changed. Empty: it is not generated.</summary>
    public string InitialPasswordFile { get; set; } = "";

    /// <summary>The key that access tokens are signed with, at least 32 bytes. Empty: one is made and kept encrypted in the database.</summary>
    public string JwtAccessSecret { get; set; } = "";

    /// <summary>Seconds that an access token is good for, 60 to 86,400.</summary>
    [Range(60, 86_400)]
    public int AccessTokenSeconds { get; set; } = 3600;

    /// <summary>Days that a session lives without being used, 1 to 365.</summary>
    [Range(1, 365)]
    public int SessionDays { get; set; } = 30;

    /// <summary>Failed logins in a row after which an address is locked, 3 to 100.</summary>
    [Range(3, 100)]
    public int LockoutFailures { get; set; } = 5;

    /// <summary>Minutes that the lock holds, 1 to 1,440.</summary>
    [Range(1, 1440)]
    public int LockoutMinutes { get; set; } = 15;

    /// <summary>Logins and other password checks that one address of the network may try in a minute, 5 to 100,000.</summary>
    [Range(5, 100_000)]
    public int SignInsPerMinute { get; set; } = 120;

    /// <summary>Where people reach the console, such as <c>https://ai.example.com</c>; links in mails begin with it.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>Days that the audit log is kept, 1 to 3,650.</summary>
    [Range(1, 3650)]
    public int AuditDays { get; set; } = 400;
}
