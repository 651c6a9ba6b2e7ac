namespace Middeck.Models.Providers;

/// <summary>Tests the enabled providers of all workspaces, for the operator of the installation.</summary>
public interface IProviderReview
{
    /// <summary>Tests one after the other and remembers how each test ended.</summary>
    IAsyncEnumerable<ReviewedProvider> ReviewAsync(CancellationToken cancellationToken);

    /// <summary>Gives a provider a new key and tests it.</summary>
    /// <returns>What the test found; null when the provider is gone.</returns>
    /// <exception cref="Middeck.Core.Errors.FaultException">The key cannot be one.</exception>
    Task<ProviderTest?> SetKeyAsync(Guid workspaceId, Guid id, string key, CancellationToken cancellationToken);
}

/// <summary>A provider and how its test ended.</summary>
/// <param name="WorkspaceId">Whose it is.</param>
/// <param name="Id">The provider.</param>
/// <param name="Name">Its name in that workspace.</param>
/// <param name="Test">What the test found; null when its key cannot be decrypted.</param>
public sealed record ReviewedProvider(Guid WorkspaceId, Guid Id, string Name, ProviderTest? Test)
{
    /// <summary>Whether the provider refused the key.</summary>
    public bool IsKeyRefused => Test is { Ok: false, StatusCode: 401 or 403 };
}
