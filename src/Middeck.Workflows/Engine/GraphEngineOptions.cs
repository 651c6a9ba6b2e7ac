namespace Middeck.Workflows.Engine;

/// <summary>The limits of a run.</summary>
public sealed record GraphEngineOptions
{
    /// <summary>Nodes of one level, and of each item or round of a container. 500.</summary>
    public int MaxSteps { get; init; } = 500;

    /// <summary>How long a run may take, pauses not counted. 20 minutes.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(1200);

    /// <summary>How deep workflows may call workflows. 5.</summary>
    public int MaxCallDepth { get; init; } = 5;

    /// <summary>How many nodes with effects may work at the same time. 10.</summary>
    public int MaxParallel { get; init; } = 10;

    /// <summary>Rounds of a loop. 100.</summary>
    public int MaxLoopRounds { get; init; } = 100;

    /// <summary>The size of a conversation variable as JSON in bytes. 200 KiB.</summary>
    public int MaxVariableBytes { get; init; } = 200 * 1024;

    /// <summary>The length of what a template renders to in characters. 400,000.</summary>
    public int MaxTemplateLength { get; init; } = 400_000;

    /// <summary>After this a form is closed whatever the node says. 7 days.</summary>
    public TimeSpan MaxFormAge { get; init; } = TimeSpan.FromDays(7);
}
