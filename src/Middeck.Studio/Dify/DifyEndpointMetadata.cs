namespace Middeck.Studio.Dify;

/// <summary>Says on an endpoint that it speaks Dify's Service API, also when it fails.</summary>
internal sealed class DifyEndpointMetadata
{
    public static DifyEndpointMetadata Instance { get; } = new();
}
