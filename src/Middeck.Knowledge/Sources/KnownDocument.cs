namespace Middeck.Knowledge.Sources;

/// <summary>A document as its source has left it.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Key">Its name in the source.</param>
/// <param name="Version">How the version was told apart; null when it was gone from there.</param>
/// <param name="ObjectKey">The content.</param>
internal sealed record KnownDocument(Guid Id, string Key, string? Version, string ObjectKey);
