using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Middeck.Sandbox.Isolation;

namespace Middeck.Sandbox.Tests;

/// <summary>Runs the filter as the kernel does, so that it is also tried for the machine that this is not.</summary>
public sealed class SyscallFilterTests
{
    private const uint Allowed = 0x7FFF0000, Refused = 0x00050001, NoSuchCall = 0x00050026, Killed = 0x80000000;

    // Numbers from the kernel's tables: read, mount, clone3, clone, prctl, mmap, socket.
    [Theory]
    [InlineData(Architecture.X64, 0xC000003E, 0, 165, 435, 56, 157, 9, 41)]
    [InlineData(Architecture.Arm64, 0xC00000B7, 63, 40, 435, 220, 167, 222, 198)]
    public void It_refuses_what_it_names_and_nothing_else(
        Architecture architecture, uint audit, uint read, uint mount, uint clone3, uint clone, uint prctl, uint mmap, uint socket)
    {
        var filter = SyscallFilter.Build(architecture);
        uint Ask(uint number, int argument = 0, uint value = 0) => Run(filter, audit, number, argument, value);

        Assert.Equal(Allowed, Ask(read));
        Assert.Equal(Refused, Ask(mount));
        Assert.Equal(NoSuchCall, Ask(clone3));
        Assert.Equal((Allowed, Refused), (Ask(clone, 0, 0x3D0F00), Ask(clone, 0, 0x10000011)));
        Assert.Equal((Allowed, Refused), (Ask(prctl, 0, 15), Ask(prctl, 0, 4)));
        Assert.Equal((Allowed, Allowed, Refused), (Ask(mmap, 3, 0x22), Ask(mmap, 3, 0x01), Ask(mmap, 3, 0x21)));
        Assert.All((uint[])[1, 2, 10, 16], family => Assert.Equal(Allowed, Ask(socket, 0, family)));
        Assert.All((uint[])[0, 17, 38, 40], family => Assert.Equal(Refused, Ask(socket, 0, family)));
        Assert.Equal(Killed, Run(filter, 0x40000003, read, 0, 0));
        Assert.Equal(NoSuchCall, Ask(0x40000000 | read));
    }

    private static uint Run(byte[] filter, uint audit, uint number, int argument, uint value)
    {
        var accumulator = 0u;
        for (var at = 0; ; at += 8)
        {
            var operand = BinaryPrimitives.ReadUInt32LittleEndian(filter.AsSpan(at + 4));
            bool? jumps = null;
            switch (BinaryPrimitives.ReadUInt16LittleEndian(filter.AsSpan(at)))
            {
                case 0x20:
                    accumulator = operand == 0 ? number : operand == 4 ? audit : operand == 16 + (8 * argument) ? value : 0;
                    break;
                case 0x54:
                    accumulator &= operand;
                    break;
                case 0x15:
                    jumps = accumulator == operand;
                    break;
                case 0x35:
                    jumps = accumulator >= operand;
                    break;
                case 0x45:
                    jumps = (accumulator & operand) != 0;
                    break;
                case 0x06:
                    return operand;
            }

            at += jumps is { } yes ? 8 * filter[at + (yes ? 2 : 3)] : 0;
        }
    }
}
