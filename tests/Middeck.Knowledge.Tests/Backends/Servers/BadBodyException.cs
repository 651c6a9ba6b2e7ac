namespace Middeck.Knowledge.Tests.Backends.Servers;

/// <summary>A body is not of the documented form.</summary>
internal sealed class BadBodyException(string message) : Exception(message);
