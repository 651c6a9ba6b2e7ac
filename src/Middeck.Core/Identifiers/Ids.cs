namespace Middeck.Core.Identifiers;

/// <summary>Makes the keys of rows: UUID version 7 (RFC 9562), so that the order of keys is the order of creation.</summary>
public static class Ids
{
    /// <summary>A new key stamped with the clock's time, to the millisecond.</summary>
    public static Guid New(TimeProvider clock) => Guid.CreateVersion7(clock.GetUtcNow());
}
