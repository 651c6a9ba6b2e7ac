using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Http;

/// <summary>What a request carries: <c>{"type": "form-data", "data": [{"key": "a", "type": "text", "value": "b"}]}</c>.</summary>
/// <param name="Kind"><c>none</c>, <c>form-data</c>, <c>x-www-form-urlencoded</c>, <c>raw-text</c>, <c>json</c> or <c>binary</c>.</param>
/// <param name="Parts">One for the last three.</param>
internal sealed record HttpBody(string Kind, IReadOnlyList<HttpBodyPart> Parts)
{
    public static HttpBody Read(JsonElement? body) => new(
        body.Member("type").Text() ?? "none",
        [.. body.Member("data").Items().Select(part => new HttpBodyPart(
            TextTemplate.Parse(part.Member("key").Text() ?? ""),
            TextTemplate.Parse(part.Member("value").Text() ?? ""),
            part.Member("type").Text() == "file",
            Selector.Read(part, "file")))]);
}
