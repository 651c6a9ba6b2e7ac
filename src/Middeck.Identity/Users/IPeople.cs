namespace Middeck.Identity.Users;

/// <summary>Tells other rooms what people are called.</summary>
public interface IPeople
{
    /// <summary>The names of those who are there.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> userIds, CancellationToken cancellationToken);

    /// <summary>The mail addresses of members of a workspace who are not suspended.</summary>
    /// <param name="workspaceId">Whose members.</param>
    /// <param name="userIds">Those who are asked for; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<string>> AddressesAsync(
        Guid workspaceId, IReadOnlyCollection<Guid>? userIds, CancellationToken cancellationToken);
}
