namespace Middeck.Studio.Tools.Builtin.Email;

/// <summary>Whether the mail server took a mail.</summary>
/// <param name="Ok">It did.</param>
/// <param name="Detail">Why not; null when it did.</param>
internal sealed record MailCheck(bool Ok, string? Detail);
