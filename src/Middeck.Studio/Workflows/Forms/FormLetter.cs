namespace Middeck.Studio.Workflows.Forms;

/// <summary>A mail to one person, before it is sent.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Recipient">The address; what was written in its place when it is none.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Body">Its text, with the mark for the form's address.</param>
/// <param name="Problem">Why it cannot be sent; null when it can.</param>
internal sealed record FormLetter(Guid Id, string Recipient, string Subject, string Body, string? Problem);
