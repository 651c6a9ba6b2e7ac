namespace Middeck.Studio.Apps;

/// <summary>Which apps a list shows.</summary>
/// <param name="Search">Part of the name or the description; null for all.</param>
/// <param name="Mode">The kind; null for all.</param>
/// <param name="TagIds">Those that have any of the tags; empty for all.</param>
/// <param name="Favourite">Only those that the person has marked.</param>
/// <param name="Mine">Only those that the person has made.</param>
/// <param name="Trash">Those in the trash, instead of all others.</param>
internal sealed record AppFilter(string? Search, string? Mode, IReadOnlyList<Guid> TagIds, bool Favourite, bool Mine, bool Trash);
