using System.Runtime.InteropServices;

namespace Middeck.Sandbox.Isolation;

/// <summary>
/// The numbers of calls, from the kernel's <c>asm/unistd_64.h</c> (x64) and <c>asm-generic/unistd.h</c> (arm64), and the architecture's
/// own in seccomp (<c>Audit</c>). <c>Refused</c> are those that are refused whatever their arguments; <c>CloneOne</c> is the call
/// <c>clone</c>, a name that no member of a record may have.
/// </summary>
internal sealed record SyscallNumbers(
    uint Audit, uint CloneOne, uint Clone3, uint Mmap, uint Prctl, uint Socket, IReadOnlyList<uint> Refused)
{
    private static readonly (string Name, uint X64, uint Arm64)[] _refused =
    [
        ("ptrace", 101, 117),
        ("process_vm_readv", 310, 270),
        ("process_vm_writev", 311, 271),
        ("kcmp", 312, 272),
        ("pidfd_getfd", 438, 438),
        ("mount", 165, 40),
        ("umount2", 166, 39),
        ("pivot_root", 155, 41),
        ("chroot", 161, 51),
        ("open_tree", 428, 428),
        ("move_mount", 429, 429),
        ("fsopen", 430, 430),
        ("fsconfig", 431, 431),
        ("fsmount", 432, 432),
        ("fspick", 433, 433),
        ("mount_setattr", 442, 442),
        ("unshare", 272, 97),
        ("setns", 308, 268),
        ("add_key", 248, 217),
        ("request_key", 249, 218),
        ("keyctl", 250, 219),
        ("bpf", 321, 280),
        ("perf_event_open", 298, 241),
        ("userfaultfd", 323, 282),
        ("fanotify_init", 300, 262),
        ("io_uring_setup", 425, 425),
        ("io_uring_enter", 426, 426),
        ("io_uring_register", 427, 427),
        ("memfd_create", 319, 279),
        ("memfd_secret", 447, 447),
        ("shmget", 29, 194),
        ("semget", 64, 190),
        ("msgget", 68, 186),
        ("mq_open", 240, 180),
        ("name_to_handle_at", 303, 264),
        ("open_by_handle_at", 304, 265),
        ("kexec_load", 246, 104),
        ("kexec_file_load", 320, 294),
        ("init_module", 175, 105),
        ("finit_module", 313, 273),
        ("delete_module", 176, 106),
        ("swapon", 167, 224),
        ("swapoff", 168, 225),
        ("reboot", 169, 142),
        ("personality", 135, 92),
        ("acct", 163, 89),
        ("quotactl", 179, 60),
        ("settimeofday", 164, 170),
        ("clock_settime", 227, 112),
        ("adjtimex", 159, 171),
        ("syslog", 103, 116),
        ("vhangup", 153, 58),
    ];

    public static SyscallNumbers Of(Architecture architecture) => architecture switch
    {
        Architecture.X64 => new(
            0xC000003E, CloneOne: 56, Clone3: 435, Mmap: 9, Prctl: 157, Socket: 41, [.. _refused.Select(call => call.X64)]),
        Architecture.Arm64 => new(
            0xC00000B7, CloneOne: 220, Clone3: 435, Mmap: 222, Prctl: 167, Socket: 198, [.. _refused.Select(call => call.Arm64)]),
        _ => throw new PlatformNotSupportedException($"The sandbox knows the calls of x64 and arm64, not of {architecture}."),
    };
}
