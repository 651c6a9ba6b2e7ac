namespace Middeck.Knowledge.Backends;

/// <summary>Where Qdrant is.</summary>
public sealed class QdrantOptions
{
    /// <summary>The REST address, such as <c>http://qdrant:6333</c>.</summary>
    public string Url { get; set; } = "";

    /// <summary>Sent in the header <c>api-key</c>. Empty: none is sent.</summary>
    public string ApiKey { get; set; } = "";
}
