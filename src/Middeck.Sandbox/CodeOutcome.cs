using System.Text.Json;

namespace Middeck.Sandbox;

/// <summary>What became of a run.</summary>
public sealed record CodeOutcome
{
    /// <summary>What <c>main</c> handed back; null when the run failed.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>Why the run failed; null when it did not.</summary>
    public CodeError? Error { get; init; }

    /// <summary>What the program wrote to its standard output, up to <see cref="SandboxLimits.OutputBytes"/>.</summary>
    public string Stdout { get; init; } = "";

    /// <summary>What the program wrote to its standard error, up to <see cref="SandboxLimits.OutputBytes"/>.</summary>
    public string Stderr { get; init; } = "";

    /// <summary>Whether the program wrote more than is kept of it.</summary>
    public bool IsOutputCut { get; init; }

    /// <summary>From handing over the code to its result; starting the interpreter and waiting in the queue not counted.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The most memory that all processes of the run were seen to hold together, in bytes.</summary>
    public long PeakMemory { get; init; }

    /// <summary>A run that did not even begin.</summary>
    internal static CodeOutcome NotRun(CodeErrorKind kind, string message) => new() { Error = new(kind, message) };
}
