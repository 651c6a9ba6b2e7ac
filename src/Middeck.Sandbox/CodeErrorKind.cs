namespace Middeck.Sandbox;

/// <summary>The kinds of failures of runs.</summary>
public enum CodeErrorKind
{
    /// <summary>The code has a mistake, or threw.</summary>
    Program,

    /// <summary>What <c>main</c> handed back is no JSON.</summary>
    Result,

    /// <summary>The program ended, or was ended by a signal, before <c>main</c> handed anything back.</summary>
    Exited,

    /// <summary>The run took too long, or too much processor time.</summary>
    Timeout,

    /// <summary>The run took too much memory.</summary>
    Memory,

    /// <summary>The result is too large.</summary>
    Output,

    /// <summary>All places were in use for too long.</summary>
    Busy,

    /// <summary>Nothing can be run here: a program is missing, or the system forbids to isolate it.</summary>
    Unavailable,
}
