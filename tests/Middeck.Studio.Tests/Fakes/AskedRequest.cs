namespace Middeck.Studio.Tests.Fakes;

/// <summary>What a server was asked.</summary>
internal sealed record AskedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
