namespace Middeck.Studio.Logs;

/// <summary>Whose conversation it is.</summary>
/// <param name="Id">Of the person in the console, or of the end user.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Name">What they are called here, or by the app's own program; null for a person who is gone.</param>
internal sealed record LogPerson(Guid Id, LogPersonKind Kind, string? Name);
