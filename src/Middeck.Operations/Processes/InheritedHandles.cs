using System.Globalization;
using System.Runtime.InteropServices;

namespace Middeck.Operations.Processes;

/// <summary>
/// Files that our own starter left open: a lock of <c>flock</c>, a pipe. A process that runs for weeks must not keep them,
/// or whoever waits for them waits for weeks.
/// </summary>
internal static class InheritedHandles
{
    // fcntl.h of Linux.
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;

    /// <summary>Marks everything beyond standard input, output and error to be closed in programs that we start.</summary>
    public static void CloseInChildren()
    {
        foreach (var file in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(file), CultureInfo.InvariantCulture, out var descriptor) && descriptor > 2)
            {
                _ = Control(descriptor, SetDescriptorFlags, CloseOnExec);
            }
        }
    }

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int descriptor, int command, int argument);
}
