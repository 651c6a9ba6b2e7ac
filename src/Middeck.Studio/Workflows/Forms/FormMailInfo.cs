namespace Middeck.Studio.Workflows.Forms;

/// <summary>A mail that told somebody of a form.</summary>
/// <param name="Recipient">To whom.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why it was not taken the last time; null when it was.</param>
/// <param name="SentAt">When the mail server took it; null when it did not.</param>
internal sealed record FormMailInfo(string Recipient, FormMailState State, int Attempts, string? Error, DateTimeOffset? SentAt);
