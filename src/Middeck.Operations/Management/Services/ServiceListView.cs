namespace Middeck.Operations.Management.Services;

/// <summary>All services of this machine's home.</summary>
/// <param name="Supervised">Whether our supervisor runs them; else they cannot be started or stopped from here.</param>
/// <param name="Home">The home.</param>
/// <param name="Url">Where the platform is reached from this machine; null when the supervisor does not say.</param>
/// <param name="CatalogueProblem">What is wrong with <c>services.yaml</c>; null when it can be read.</param>
/// <param name="Data">The platform's parts, then the catalogue.</param>
public sealed record ServiceListView(
    bool Supervised, string Home, string? Url, Sentence? CatalogueProblem, IReadOnlyList<ManagedService> Data);

/// <summary>What is wanted of a service.</summary>
public sealed record ServiceActRequest
{
    /// <summary>Whether those that need it are stopped with it.</summary>
    public bool WithDependents { get; init; }
}

/// <summary>The end of a log.</summary>
/// <param name="Lines">The last lines, oldest first.</param>
/// <param name="Command">What shows the log where another manager keeps it; null when the lines are all there is.</param>
public sealed record ServiceLogView(IReadOnlyList<string> Lines, string? Command);
