using System.Runtime.InteropServices;
using Middeck.Server.Memory;

namespace Middeck.Server.Tests;

public sealed class MemoryAtRestTests
{
    private const long Megabyte = 1024 * 1024;

    [Theory]
    [InlineData(10, 30, true)]
    [InlineData(500, 30, false)]
    [InlineData(10, 2000, false)]
    public void Only_a_small_heap_that_nobody_works_on_is_collected_unasked(long allocated, long heap, bool expected)
        => Assert.Equal(expected, MemoryAtRest.IsAtRest(allocated * Megabyte, heap * Megabyte));

    [Fact]
    public void What_was_freed_of_the_native_heap_goes_back_to_the_system()
    {
        // Below the size from which the library maps each block by itself.
        var blocks = Enumerable.Range(0, 100).Select(static _ => Marshal.AllocHGlobal(64 * 1024)).ToList();
        foreach (var block in blocks.SkipLast(1))
        {
            Marshal.FreeHGlobal(block);
        }

        Assert.True(NativeHeap.Trim(), "The pages between two blocks in use are free.");
        Marshal.FreeHGlobal(blocks[^1]);
    }
}
