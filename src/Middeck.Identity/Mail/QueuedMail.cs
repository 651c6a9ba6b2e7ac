namespace Middeck.Identity.Mail;

/// <summary>A mail that is to be made and sent behind the answer.</summary>
internal abstract record QueuedMail;
