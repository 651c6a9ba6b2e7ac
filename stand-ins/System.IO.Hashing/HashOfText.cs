using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Middeck.StandIns.Hashing;

/// <summary>Uses the assembly: one that nobody uses is not copied, and the first cookie of a sticky session would fail.</summary>
public static class HashOfText
{
    /// <summary>A fast fingerprint that is the same on every machine; not for secrets.</summary>
    public static ulong Of(string text) => XxHash64.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));
}
