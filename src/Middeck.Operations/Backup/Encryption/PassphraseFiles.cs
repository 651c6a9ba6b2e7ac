namespace Middeck.Operations.Backup.Encryption;

/// <summary>Reads a passphrase: the first line of its file.</summary>
internal static class PassphraseFiles
{
    private const int Shortest = 8;

    /// <exception cref="RefusedException">There is no such file, or too little in it.</exception>
    public static string Read(string file)
    {
        string passphrase;
        try
        {
            passphrase = File.ReadLines(file).FirstOrDefault("").Trim();
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(ExitCode.BackupKey, BackupMessages.NoPassphraseFile(file, ex.Message), ex);
        }

        return passphrase.Length >= Shortest
            ? passphrase
            : throw new RefusedException(ExitCode.BackupKey, BackupMessages.ShortPassphrase(file, Shortest));
    }
}
