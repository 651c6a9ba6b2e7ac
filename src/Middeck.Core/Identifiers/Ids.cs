using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Middeck.Core.Identifiers;

/// <summary>
/// Makes the keys of rows: UUID version 7 whose 12 bits after the time count within the millisecond (RFC 9562, 6.2, method 1), so
/// that the order of a process's keys is the order of their making.
/// </summary>
public static class Ids
{
    private const int CounterBits = 12;

    // Milliseconds and counter in one number, so that one atomic step makes the next.
    private static long s_last;

    // Two clocks that show different times must not push each other's keys forward.
    private static readonly ConditionalWeakTable<TimeProvider, StrongBox<long>> s_lastOfOthers = [];

    /// <summary>A new key stamped with the clock's time, to the millisecond.</summary>
    public static Guid New(TimeProvider clock)
    {
        ref var last = ref clock == TimeProvider.System
            ? ref s_last
            : ref s_lastOfOthers.GetOrCreateValue(clock).Value;
        var stamp = Next(clock.GetUtcNow().ToUnixTimeMilliseconds() << CounterBits, ref last);
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        WriteTime(bytes, stamp >> CounterBits);
        bytes[6] = (byte)(0x70 | ((stamp >> 8) & 0x0F));
        bytes[7] = (byte)stamp;
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Below all keys of this millisecond and above all earlier ones: a border for ranges of keys, never a key itself.</summary>
    public static Guid BorderAt(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        WriteTime(bytes, time.ToUnixTimeMilliseconds());
        return new Guid(bytes, bigEndian: true);
    }

    private static void WriteTime(Span<byte> key, long milliseconds)
    {
        for (var i = 5; i >= 0; i--)
        {
            key[i] = (byte)milliseconds;
            milliseconds >>= 8;
        }
    }

    private static long Next(long now, ref long last)
    {
        while (true)
        {
            var before = Volatile.Read(ref last);
            // A clock that was set back by more than a second starts anew; less than that goes on counting.
            var next = now > before || before - now > 1000L << CounterBits ? now : before + 1;
            if (Interlocked.CompareExchange(ref last, next, before) == before)
            {
                return next;
            }
        }
    }

    /// <summary>When a key was made, to the millisecond (RFC 9562, section 5.7: the first 48 bits).</summary>
    public static DateTimeOffset TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16);
    }
}
