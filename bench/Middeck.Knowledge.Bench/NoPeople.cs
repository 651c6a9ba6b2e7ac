using Middeck.Identity.Users;

namespace Middeck.Knowledge.Bench;

/// <summary>Nobody here has a name.</summary>
internal sealed class NoPeople : IPeople
{
    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, string>>(new Dictionary<Guid, string>());

    public Task<IReadOnlyList<string>> AddressesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid>? userIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<string>>([]);
}
