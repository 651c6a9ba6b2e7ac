namespace Middeck.Sandbox;

/// <summary>Tells whether code can be run here.</summary>
public interface ISandboxStatus
{
    /// <summary>Tries it once by isolating a harmless program; while that fails it is tried again after ten seconds.</summary>
    Task<SandboxStatus> CheckAsync(CancellationToken cancellationToken);
}
