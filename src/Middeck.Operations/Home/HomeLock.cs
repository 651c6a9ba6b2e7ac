namespace Middeck.Operations.Home;

/// <summary>A lock on a file of the home (flock). The kernel lets go of it when its holder dies, however it dies.</summary>
public sealed class HomeLock : IDisposable
{
    private readonly FileStream _file;

    private HomeLock(FileStream file)
    {
        _file = file;
    }

    /// <summary>Takes the lock, or answers null when another process holds it.</summary>
    public static HomeLock? TryTake(string path)
    {
        try
        {
            return new HomeLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Waits for the lock.</summary>
    /// <param name="path">The lock file.</param>
    /// <param name="onWait">Called once when another process holds it.</param>
    /// <param name="clock">Paces the tries.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<HomeLock> TakeAsync(
        string path, Action onWait, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var first = true; ; first = false)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            if (first)
            {
                onWait();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
        }
    }

    /// <summary>Lets go. The file stays: removing it would let two processes lock two files of one name.</summary>
    public void Dispose() => _file.Dispose();
}
