using System.Collections.Concurrent;
using Middeck.Identity.Users;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>People whose names the test has given; everybody else is called Li.</summary>
internal sealed class KnownPeople : IPeople
{
    public ConcurrentDictionary<Guid, string> Names { get; } = new();

    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, string>>(
            userIds.ToDictionary(id => id, id => Names.GetValueOrDefault(id, "Li")));

    public Task<IReadOnlyList<string>> AddressesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid>? userIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<string>>(
            [.. (userIds ?? Names.Keys.ToList()).Select(id => $"{Names.GetValueOrDefault(id, "li").ToLowerInvariant()}@example.com")]);
}
