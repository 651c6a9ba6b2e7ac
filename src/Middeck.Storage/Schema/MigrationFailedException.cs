namespace Middeck.Storage.Schema;

/// <summary>The schema cannot be brought to this version; the message is one sentence that says what to do.</summary>
public sealed class MigrationFailedException(string message, Exception? inner = null) : Exception(message, inner);
