namespace Middeck.Studio.Extensions;

/// <summary>Whether an API extension answered <c>ping</c> with <c>pong</c>.</summary>
/// <param name="Ok">It did.</param>
/// <param name="Code">Why not; null when it did.</param>
/// <param name="Detail">Why not, for people; null when it did.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record ApiExtensionCheck(bool Ok, string? Code, string? Detail, double Milliseconds);
