namespace Middeck.Search.Vectors;

/// <summary>Reads what several threads write.</summary>
internal static class ReadGate
{
    public static TResult Read<TResult>(this ReaderWriterLockSlim gate, Func<TResult> read)
    {
        gate.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            gate.ExitReadLock();
        }
    }
}
