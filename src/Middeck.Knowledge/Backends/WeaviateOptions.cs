namespace Middeck.Knowledge.Backends;

/// <summary>Where Weaviate is.</summary>
public sealed class WeaviateOptions
{
    /// <summary>The address without <c>/v1</c>, such as <c>http://weaviate:8080</c>.</summary>
    public string Url { get; set; } = "";

    /// <summary>Sent as a bearer token. Empty: none is sent.</summary>
    public string ApiKey { get; set; } = "";
}
