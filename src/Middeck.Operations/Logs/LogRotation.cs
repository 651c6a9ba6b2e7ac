namespace Middeck.Operations.Logs;

/// <summary>
/// Keeps a log file small by copying and truncating it. The writer holds it open for appending and need not know; what it
/// writes between the copy and the cut is lost, a few lines at most.
/// </summary>
internal sealed class LogRotation(long maximumBytes, int kept)
{
    /// <summary>20 MB per file and four old ones.</summary>
    public static LogRotation Default { get; } = new(20 * 1024 * 1024, 4);

    /// <summary>Moves <c>x.log</c> to <c>x.log.1</c>, <c>.1</c> to <c>.2</c> and so on when it has grown too large.</summary>
    /// <returns>Whether it had.</returns>
    public bool Rotate(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length <= maximumBytes)
        {
            return false;
        }

        for (var number = kept - 1; number >= 1; number--)
        {
            if (File.Exists($"{path}.{number}"))
            {
                File.Move($"{path}.{number}", $"{path}.{number + 1}", overwrite: true);
            }
        }

        File.Copy(path, $"{path}.1", overwrite: true);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.SetLength(0);
        return true;
    }
}
