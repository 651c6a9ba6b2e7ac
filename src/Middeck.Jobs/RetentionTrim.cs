namespace Middeck.Jobs;

/// <summary>Removes one batch of rows whose time is over, oldest first.</summary>
/// <param name="services">A scope of its own.</param>
/// <param name="batch">At most so many rows.</param>
/// <param name="cancellationToken">Shutdown.</param>
/// <returns>How many rows went; fewer than a batch means that nothing is left to remove.</returns>
public delegate Task<int> RetentionTrim(IServiceProvider services, int batch, CancellationToken cancellationToken);
