using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Middeck.Storage.Files;

/// <summary>
/// Makes names durable: after a rename the file's bytes are safe, but its name is not until the folder itself is synced
/// (fsync(2)). .NET cannot open a folder, hence the three calls.
/// </summary>
public static partial class DurableFolder
{
    private const int ReadOnly = 0;

    /// <summary>Creates the folder and whatever of its parents is missing, durably.</summary>
    public static void Create(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        var parent = Path.GetDirectoryName(path)!;
        Create(parent);
        Directory.CreateDirectory(path);
        Sync(parent);
    }

    /// <summary>Returns when the folder's entries are on the disk.</summary>
    public static void Sync(string path)
    {
        var handle = Open(path, ReadOnly);
        if (handle < 0)
        {
            throw Failure("open", path);
        }

        try
        {
            if (FSync(handle) != 0)
            {
                throw Failure("fsync", path);
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static IOException Failure(string call, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{call} of {path} failed: {new Win32Exception(error).Message}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FSync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
