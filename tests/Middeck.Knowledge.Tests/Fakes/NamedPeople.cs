using Middeck.Identity.Users;

namespace Middeck.Knowledge.Tests.Fakes;

/// <summary>Everybody is called Ann who has no other name.</summary>
internal sealed class NamedPeople : IPeople
{
    public Dictionary<Guid, string> Names { get; } = [];

    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, string>>(userIds.ToDictionary(static id => id, id => Names.GetValueOrDefault(id, "Ann")));

    public Task<IReadOnlyList<string>> AddressesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid>? userIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<string>>([]);
}
