using Middeck.Identity.Users;

namespace Middeck.Knowledge.Tests.Fakes;

/// <summary>Everybody is called Ann.</summary>
internal sealed class NamedPeople : IPeople
{
    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, string>>(userIds.ToDictionary(static id => id, static _ => "Ann"));
}
