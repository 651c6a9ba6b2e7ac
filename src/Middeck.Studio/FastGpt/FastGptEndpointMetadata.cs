namespace Middeck.Studio.FastGpt;

/// <summary>Says on an endpoint that it speaks FastGPT's API, also when it fails.</summary>
internal sealed record FastGptEndpointMetadata;
