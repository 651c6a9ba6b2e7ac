namespace Middeck.Identity.Mail;

/// <summary>Somebody was invited by address.</summary>
internal sealed record InvitationMail(string Email, string WorkspaceName, string InvitedBy, string Path) : QueuedMail;
