using Middeck.Identity.Users;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Everybody is called Li.</summary>
internal sealed class NamedPeople : IPeople
{
    public Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyDictionary<Guid, string>>(userIds.ToDictionary(id => id, _ => "Li"));
}
