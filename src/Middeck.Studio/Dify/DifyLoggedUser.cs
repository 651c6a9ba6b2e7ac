namespace Middeck.Studio.Dify;

/// <summary>Who started a run, when it was a person that a program named.</summary>
internal sealed record DifyLoggedUser(Guid Id, string Type, bool IsAnonymous, string? SessionId);
