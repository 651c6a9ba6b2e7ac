namespace Middeck.Models.Transports;

/// <summary>What a model heard.</summary>
/// <param name="Text">In words.</param>
/// <param name="Seconds">How long it was; null when the provider does not say.</param>
/// <param name="InputTokens">Null where it is not counted in tokens.</param>
/// <param name="OutputTokens">Null where it is not counted in tokens.</param>
internal sealed record Transcript(string Text, double? Seconds, long? InputTokens, long? OutputTokens);
