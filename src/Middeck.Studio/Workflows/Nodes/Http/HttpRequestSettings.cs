using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Http;

/// <summary>
/// What a node asks of a server: <c>{method, url, authorization, headers: "name:value\n…", params, body: {type, data: […]},
/// timeout: {connect, read, write}, ssl_verify}</c>. Everything but the method may hold references.
/// </summary>
internal sealed record HttpRequestSettings(
    string Method,
    TextTemplate Url,
    HttpAuthorization? Authorization,
    HttpPairs Headers,
    HttpPairs Params,
    HttpBody Body,
    double? ConnectSeconds,
    double? ReadSeconds,
    double? WriteSeconds,
    bool VerifiesCertificates)
{
    public static HttpRequestSettings Read(GraphNode node)
    {
        var data = node.Data;
        var timeout = data.Member("timeout");
        return new HttpRequestSettings(
            (data.Member("method").Text() ?? "get").Trim().ToUpperInvariant(),
            TextTemplate.Parse((data.Member("url").Text() ?? "").Trim()),
            HttpAuthorization.Read(data.Member("authorization")),
            HttpPairs.Read(data.Member("headers").Text()),
            HttpPairs.Read(data.Member("params").Text()),
            HttpBody.Read(data.Member("body")),
            Seconds(timeout.Member("connect")),
            Seconds(timeout.Member("read")),
            Seconds(timeout.Member("write")),
            data.Member("ssl_verify").Flag() ?? true);
    }

    // 0 and less stand in files where nobody filled the field in.
    private static double? Seconds(JsonElement? value) => value.Number() is > 0 and var seconds ? seconds : null;
}
