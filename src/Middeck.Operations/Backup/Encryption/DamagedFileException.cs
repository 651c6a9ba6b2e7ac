namespace Middeck.Operations.Backup.Encryption;

/// <summary>A sealed file is not what was written: cut off, altered, or sealed for another key.</summary>
internal sealed class DamagedFileException(string reason, Exception? cause = null) : Exception(reason, cause);
