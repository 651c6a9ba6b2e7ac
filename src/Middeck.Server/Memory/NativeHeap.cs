using System.Runtime.InteropServices;

namespace Middeck.Server.Memory;

/// <summary>The C library's heap, where the runtime and the compiler keep what is theirs.</summary>
internal static partial class NativeHeap
{
    private const string Library = "libc.so.6";

    // Other C libraries than glibc have another name and no such call.
    private static readonly bool CanTrim =
        NativeLibrary.TryLoad(Library, out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out _);

    /// <summary>Gives free pages back to the system (malloc_trim(3)).</summary>
    /// <returns>Whether there were any.</returns>
    public static bool Trim() => CanTrim && TrimAll(0) == 1;

    [LibraryImport(Library, EntryPoint = "malloc_trim")]
    private static partial int TrimAll(nuint keep);
}
