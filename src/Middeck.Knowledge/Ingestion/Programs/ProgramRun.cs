namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>One run of a program over a file.</summary>
/// <param name="Path">The program.</param>
/// <param name="Arguments">Given as they are: no shell reads them.</param>
/// <param name="Time">After which it is killed with all that it started.</param>
/// <param name="MemoryBytes">Its address space at most.</param>
internal sealed record ProgramRun(string Path, IReadOnlyList<string> Arguments, TimeSpan Time, long MemoryBytes)
{
    /// <summary>Characters of its output that are taken at most.</summary>
    public int MaxCharacters { get; init; } = 20_000_000;

    /// <summary>All of its environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
