namespace Middeck.Http.Dialects.Dify;

/// <summary>Says on an endpoint that it speaks Dify's Service API, also when it fails.</summary>
/// <param name="Part">Whose part it is: each part has its own keys and its own error codes.</param>
public sealed record DifyEndpointMetadata(string Part)
{
    /// <summary>Called with the <c>app-</c> key of an app.</summary>
    public static DifyEndpointMetadata App { get; } = new("app");

    /// <summary>Called with a <c>dataset-</c> key of the workspace.</summary>
    public static DifyEndpointMetadata Dataset { get; } = new("dataset");
}
