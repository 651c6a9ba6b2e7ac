namespace Middeck.Identity.Mail;

/// <summary>Somebody says that the password of this address is forgotten; perhaps nobody has the address.</summary>
internal sealed record ForgottenPasswordMail(string Email) : QueuedMail;
