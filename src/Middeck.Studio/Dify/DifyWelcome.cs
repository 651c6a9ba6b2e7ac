namespace Middeck.Studio.Dify;

/// <summary>What stands at the root of the Service API.</summary>
internal sealed record DifyWelcome(string Welcome, string ApiVersion, string ServerVersion);
