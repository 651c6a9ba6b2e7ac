namespace Middeck.Operations.Catalogue;

/// <summary>When a process that ended is started again.</summary>
public sealed record ServiceRestart
{
    /// <summary>Which ends are answered with a start.</summary>
    public RestartWhen When { get; init; } = RestartWhen.Always;

    /// <summary>So many ends in a row, each soon after its start, are a crash loop: it is left alone; 1 or more.</summary>
    public int MostFailures { get; init; } = 8;

    /// <summary>The longest pause before a start; pauses double from a quarter of a second.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>Which ends of a process are answered with a start.</summary>
public enum RestartWhen
{
    /// <summary>Each.</summary>
    Always,

    /// <summary>Those with another exit code than 0.</summary>
    OnFailure,

    /// <summary>None.</summary>
    Never,
}
