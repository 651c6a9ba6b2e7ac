namespace Middeck.Sandbox.Interpreters;

/// <summary>An interpreter cannot be had. The message says why and what to do.</summary>
internal sealed class InterpreterUnavailableException(string message) : Exception(message);
