using System.Net;
using System.Text.Json;

namespace Middeck.Knowledge.Backends.Http;

/// <summary>One request to a product. It must do no harm when it arrives twice: what fails in passing is sent again.</summary>
/// <param name="Method">GET, PUT, POST or DELETE.</param>
/// <param name="Path">Behind the product's address, without a slash in front.</param>
internal sealed record BackendRequest(HttpMethod Method, string Path)
{
    /// <summary>The body; null sends none.</summary>
    public ReadOnlyMemory<byte>? Body { get; init; }

    /// <summary>The type of the body.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>Which refusals the caller wants to read itself.</summary>
    public IReadOnlyList<HttpStatusCode> Expected { get; init; } = [];

    /// <summary>A request with a JSON body.</summary>
    public static BackendRequest Json<T>(HttpMethod method, string path, T body, JsonSerializerOptions options)
        => new(method, path) { Body = JsonSerializer.SerializeToUtf8Bytes(body, options) };
}
