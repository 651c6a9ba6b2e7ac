using System.Globalization;
using System.Runtime.InteropServices;

namespace Middeck.Sandbox.Processes;

/// <summary>
/// Adds up the memory of all processes of a sandbox. They are read from the sandbox's own <c>/proc</c>, which lists no others, through
/// the root folder of its first program.
/// </summary>
internal sealed partial class SandboxMemory
{
    // What the kernel keeps for each file, however small.
    private const long BytesOfFile = 1024;

    private readonly string _root;

    private SandboxMemory(int program)
        => _root = string.Create(CultureInfo.InvariantCulture, $"/proc/{program}/root");

    /// <summary>The processes under that of <c>bwrap</c>; null when they are gone already.</summary>
    public static SandboxMemory? Of(int bwrap)
    {
        // bwrap → the first process of the namespace → the program.
        var children = Children();
        return children.TryGetValue(bwrap, out var first) && children.TryGetValue(first, out var program) ? new(program) : null;
    }

    /// <summary>Memory of their own and shared memory, in bytes; files of programs and libraries are not counted. Null when they are gone.</summary>
    public long? Read()
    {
        try
        {
            // 1 is bwrap's own.
            var processes = Directory.EnumerateDirectories(Path.Combine(_root, "proc"))
                .Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]) && Path.GetFileName(folder) != "1")
                .Sum(ReadProcess);
            return processes + (BytesOfFile * CountFiles(Path.Combine(_root, "tmp")));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // The program has ended since.
            return null;
        }
    }

    private static Dictionary<int, int> Children()
    {
        var children = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && TryRead(folder, "stat") is { } stat)
            {
                // 4711 (name, with anything in it) S 4710 …
                var parent = stat[(stat.LastIndexOf(')') + 4)..].Split(' ', 2)[0];
                children.TryAdd(int.Parse(parent, CultureInfo.InvariantCulture), id);
            }
        }

        return children;
    }

    private static long ReadProcess(string folder)
    {
        // RssAnon:	    2772 kB
        var lines = TryRead(folder, "status")?.Split('\n') ?? [];
        return lines.Select(line => line.Split([':', '\t', ' '], StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts is ["RssAnon" or "RssShmem", ..])
            .Sum(parts => 1024 * long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string? TryRead(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // Processes end at any moment.
            return null;
        }
    }

    // struct statfs on 64-bit systems: type, block size, blocks, free, available, files, free files …
    private static long CountFiles(string folder)
    {
        Span<long> facts = stackalloc long[32];
        return Describe(folder, ref MemoryMarshal.GetReference(facts)) == 0 ? facts[5] - facts[6] : 0;
    }

    [LibraryImport("libc", EntryPoint = "statfs", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Describe(string path, ref long facts);
}
