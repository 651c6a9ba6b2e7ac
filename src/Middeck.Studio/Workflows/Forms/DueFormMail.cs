namespace Middeck.Studio.Workflows.Forms;

/// <summary>A mail that this node is to send now.</summary>
internal sealed record DueFormMail(
    Guid Id, Guid WorkspaceId, string Recipient, string Subject, string Body, int Attempts, string Token, bool IsOpen);
