namespace Middeck.Identity.Users;

/// <summary>Tells other rooms what people are called.</summary>
public interface IPeople
{
    /// <summary>The names of those who are there.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken);
}
