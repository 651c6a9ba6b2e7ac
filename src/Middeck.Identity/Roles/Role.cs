using System.Collections.Frozen;

namespace Middeck.Identity.Roles;

/// <summary>A named set of workspace permissions.</summary>
/// <param name="Name">Stable, such as <c>dataset_operator</c>.</param>
/// <param name="Rank">5 for owners down to 1 for viewers.</param>
/// <param name="Permissions">Names of the permission catalogue.</param>
internal sealed record Role(string Name, int Rank, FrozenSet<string> Permissions);
