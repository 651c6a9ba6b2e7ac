namespace Middeck.Knowledge.Backends;

/// <summary>Where OpenSearch is.</summary>
public sealed class OpensearchOptions
{
    /// <summary>The address, such as <c>https://opensearch:9200</c>.</summary>
    public string Url { get; set; } = "";

    /// <summary>The user of basic authentication. Empty: none is sent.</summary>
    public string Username { get; set; } = "";

    /// <summary>The password of <see cref="Username"/>.</summary>
    public string Password { get; set; } = "";
}
