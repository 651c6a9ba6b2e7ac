namespace Middeck.Operations.Home;

/// <summary>Refuses a start that would run out of disk half-way.</summary>
public static class DiskSpace
{
    // errno ENOSPC and EDQUOT of Linux; .NET puts the number into HResult.
    private const int NoSpaceLeft = 28;
    private const int QuotaExceeded = 122;

    // A fresh cluster takes 40 MB and keeps 80 MB of write-ahead log; the rest is room for logs and a first document.
    private const long NeededMegabytes = 300;

    /// <summary>Checks the disk of a folder, or of its nearest parent that exists.</summary>
    /// <exception cref="RefusedException">Less than 300 MB are free.</exception>
    public static void Require(string folder)
    {
        var existing = folder;
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        var free = new DriveInfo(existing).AvailableFreeSpace / (1024 * 1024);
        if (free < NeededMegabytes)
        {
            throw new RefusedException(ExitCode.DiskFull, HomeMessages.DiskLow(folder, free, NeededMegabytes));
        }
    }

    internal static bool IsFull(Exception exception)
        => exception is IOException && exception.HResult is NoSpaceLeft or QuotaExceeded;
}
