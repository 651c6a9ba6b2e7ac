namespace Middeck.Studio.Logs;

/// <summary>What an app's log can be narrowed down to.</summary>
/// <param name="Sources">Places of the last 90 days.</param>
/// <param name="Models">Models of the last 90 days.</param>
internal sealed record LogChoices(IReadOnlyList<string> Sources, IReadOnlyList<string> Models);
