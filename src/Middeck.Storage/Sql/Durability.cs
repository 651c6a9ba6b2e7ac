namespace Middeck.Storage.Sql;

/// <summary>When a statement's transaction counts as committed.</summary>
public static class Durability
{
    /// <summary>
    /// A condition that always holds and lets the transaction return before it is on the disk; it is there with the next commit that
    /// waits, or some tenths of a second later. For steps that are done again when the database's machine loses its power: nobody has
    /// been told of them, and nothing outside the database depends on them. The end of our own process loses nothing.
    /// </summary>
    public static SqlText Relaxed => SqlText.Of($"(SELECT set_config('synchronous_commit', 'off', true)) = 'off'");
}
