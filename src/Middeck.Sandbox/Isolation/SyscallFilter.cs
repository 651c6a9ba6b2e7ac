using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Middeck.Sandbox.Isolation;

/// <summary>
/// The calls to the kernel that a sandboxed program may not make, as a program for seccomp (seccomp(2), BPF of Linux): those that look
/// into or change what others do, that make namespaces and mounts, and that hold memory where no limit counts it.
/// </summary>
internal static class SyscallFilter
{
    private const ushort Load = 0x20, And = 0x54, IfEqual = 0x15, IfAtLeast = 0x35, IfAnyBit = 0x45, Return = 0x06;
    private const uint Allow = 0x7FFF0000, Kill = 0x80000000, NotPermitted = 0x00050000 | 1, NoSuchCall = 0x00050000 | 38;
    private const uint NumberAt = 0, ArchitectureAt = 4;

    // CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET.
    private const uint NewNamespaces = 0x7E020000;

    // MAP_SHARED with MAP_ANONYMOUS: memory that outlives being unmapped, so that nobody can count it.
    private const uint SharedMemory = 0x21;

    // PR_SET_DUMPABLE: a process that is not dumpable hides its memory from the watcher.
    private const uint SetDumpable = 4;

    // AF_UNIX, AF_INET, AF_INET6, AF_NETLINK. Others, such as AF_VSOCK, are not held by a network namespace.
    private static readonly uint[] Families = [1, 2, 10, 16];

    /// <summary>The filter for this machine.</summary>
    /// <exception cref="PlatformNotSupportedException">It is neither an x64 nor an arm64.</exception>
    public static byte[] Build() => Build(RuntimeInformation.OSArchitecture);

    internal static byte[] Build(Architecture architecture)
    {
        var calls = SyscallNumbers.Of(architecture);
        var to = new List<(ushort Code, byte Yes, byte No, uint Value)>
        {
            (Load, 0, 0, ArchitectureAt),
            (IfEqual, 1, 0, calls.Audit),
            (Return, 0, 0, Kill),
            (Load, 0, 0, NumberAt),
            // The numbers of x32, a second set of the same calls on x64.
            (IfAtLeast, 0, 1, 0x40000000),
            (Return, 0, 0, NoSuchCall),
            // The C library then uses clone, whose flags can be read here.
            (IfEqual, 0, 1, calls.Clone3),
            (Return, 0, 0, NoSuchCall),
        };
        foreach (var call in calls.Refused)
        {
            to.Add((IfEqual, 0, 1, call));
            to.Add((Return, 0, 0, NotPermitted));
        }

        Refuse(to, calls.CloneOne, argument: 0, [(IfAnyBit, 0, 1, NewNamespaces)]);
        Refuse(to, calls.Prctl, argument: 0, [(IfEqual, 0, 1, SetDumpable)]);
        Refuse(to, calls.Mmap, argument: 3, [(And, 0, 0, SharedMemory), (IfEqual, 0, 1, SharedMemory)]);
        // Jumps over the refusal for each family that is allowed.
        Refuse(to, calls.Socket, argument: 0, [.. Families.Select((family, place) => (IfEqual, (byte)(Families.Length - place), (byte)0, family))]);
        to.Add((Return, 0, 0, Allow));
        return Write(to);
    }

    // If it is that call: load the argument, test it, refuse or allow.
    private static void Refuse(
        List<(ushort Code, byte Yes, byte No, uint Value)> to, uint call, uint argument, (ushort, byte, byte, uint)[] test)
    {
        to.Add((IfEqual, 0, (byte)(test.Length + 3), call));
        // struct seccomp_data: the number, the architecture, the instruction's address, six arguments of 64 bits, low half first.
        to.Add((Load, 0, 0, 16 + (8 * argument)));
        to.AddRange(test);
        to.Add((Return, 0, 0, NotPermitted));
        to.Add((Return, 0, 0, Allow));
    }

    private static byte[] Write(List<(ushort Code, byte Yes, byte No, uint Value)> program)
    {
        var bytes = new byte[program.Count * 8];
        for (var i = 0; i < program.Count; i++)
        {
            var (code, yes, no, value) = program[i];
            var at = bytes.AsSpan(i * 8);
            BinaryPrimitives.WriteUInt16LittleEndian(at, code);
            (at[2], at[3]) = (yes, no);
            BinaryPrimitives.WriteUInt32LittleEndian(at[4..], value);
        }

        return bytes;
    }
}
