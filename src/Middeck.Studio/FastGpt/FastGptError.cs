namespace Middeck.Studio.FastGpt;

/// <summary>FastGPT's envelope of an error.</summary>
internal sealed record FastGptError(int Code, string StatusText, string Message, object? Data);
