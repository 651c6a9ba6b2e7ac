namespace Middeck.Studio.Apps;

/// <summary>An app that is going to be there.</summary>
/// <param name="Id">The row's key.</param>
/// <param name="Name">For people.</param>
/// <param name="Description">For people; may be empty.</param>
/// <param name="Icon">An emoji or a name; null for none.</param>
/// <param name="Mode">The kind.</param>
/// <param name="Config">The first draft, as JSON.</param>
/// <param name="Envelope">What the file that it came from says besides, as JSON; an empty object for none.</param>
/// <param name="TagIds">The tags that it begins with.</param>
/// <param name="By">Who makes it; null for programs.</param>
/// <param name="At">When.</param>
internal sealed record NewApp(
    Guid Id,
    string Name,
    string Description,
    string? Icon,
    string Mode,
    string Config,
    string Envelope,
    IReadOnlyList<Guid> TagIds,
    Guid? By,
    DateTimeOffset At);
