namespace Middeck.Models;

/// <summary>Knows which workspace came first: it gets the providers that the configuration names.</summary>
public interface IFirstWorkspace
{
    /// <summary>Its id; null while there is none.</summary>
    Task<Guid?> FindAsync(CancellationToken cancellationToken);
}
