using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Middeck.Sandbox.Processes;

/// <summary>Which of our open files a program that we start gets to see. A sandbox must get those alone that are meant for it.</summary>
internal static partial class InheritedFiles
{
    // fcntl.h of Linux.
    private const int SetFlags = 2;
    private const int CloseOnExec = 1;

    /// <summary>Marks everything beyond standard input, output and error to be closed: we ourselves may have inherited files.</summary>
    public static void CloseAll()
    {
        foreach (var file in Directory.EnumerateFileSystemEntries("/proc/self/fd"))
        {
            if (int.TryParse(Path.GetFileName(file), CultureInfo.InvariantCulture, out var descriptor) && descriptor > 2)
            {
                _ = Control(descriptor, SetFlags, CloseOnExec);
            }
        }
    }

    /// <summary>Lets the next programs have it, under the same number.</summary>
    /// <returns>The number.</returns>
    public static int Keep(SafeHandle file)
    {
        var descriptor = (int)file.DangerousGetHandle();
        return Control(descriptor, SetFlags, 0) == 0 ? descriptor : throw new Win32Exception();
    }

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(int descriptor, int command, int argument);
}
