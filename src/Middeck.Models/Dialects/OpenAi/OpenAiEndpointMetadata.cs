namespace Middeck.Models.Dialects.OpenAi;

/// <summary>Says on an endpoint that it speaks OpenAI's API, also when it fails.</summary>
internal sealed record OpenAiEndpointMetadata;
