namespace Middeck.Operations.Supervision;

/// <summary>Something that the supervisor runs, from one start to one stop.</summary>
internal interface ISupervised
{
    /// <summary>Its name in the status.</summary>
    string Name { get; }

    /// <summary>True once it was ready, false when it never will be.</summary>
    Task<bool> Ready { get; }

    /// <summary>Runs until told to stop, and then stops it; returns early when it failed for good.</summary>
    Task RunAsync(CancellationToken stopping);
}
