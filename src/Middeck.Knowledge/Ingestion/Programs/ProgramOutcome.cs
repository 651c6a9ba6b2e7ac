namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>How a program ended.</summary>
internal abstract record ProgramOutcome
{
    private ProgramOutcome()
    {
    }

    /// <summary>By itself, well or badly.</summary>
    public sealed record Ended(int ExitCode, string Text, string Errors) : ProgramOutcome;

    public sealed record TimedOut : ProgramOutcome;

    /// <summary>It wrote more than is taken.</summary>
    public sealed record TooMuch : ProgramOutcome;
}
