namespace Middeck.Studio.Chat;

/// <summary>Which message a question follows.</summary>
/// <param name="Id">The message; null begins the conversation anew, beside its first question.</param>
internal sealed record MessageParent(Guid? Id);
