using System.Text;
using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Workflows;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Http;

/// <summary>
/// How a request shows who sends it: <c>{"type": "api-key", "config": {"type": "basic|bearer|custom", "api_key": "…", "header":
/// "X-Key"}}</c>.
/// </summary>
internal sealed record HttpAuthorization(string Kind, TextTemplate Key, string Header)
{
    private const string Usual = "Authorization";

    /// <summary>Null for none.</summary>
    public static HttpAuthorization? Read(JsonElement? authorization)
    {
        if (authorization.Member("type").Text() != "api-key")
        {
            return null;
        }

        var config = authorization.Member("config");
        var kind = config.Member("type").Text() ?? "bearer";
        var header = config.Member("header").Text()?.Trim();
        return new HttpAuthorization(
            kind, TextTemplate.Parse(config.Member("api_key").Text() ?? ""), kind == "custom" && header is { Length: > 0 } ? header : Usual);
    }

    /// <exception cref="NodeException"><c>AuthorizationConfigError</c>: there is no key.</exception>
    public KeyValuePair<string, string> Write(VariablePool pool)
    {
        var key = Key.Render(pool).Trim();
        if (key.Length == 0)
        {
            throw new NodeException("AuthorizationConfigError", "API key is required");
        }

        return new(Header, Kind switch
        {
            "bearer" => $"Bearer {key}",
            // Either name and password, or what they were encoded to.
            "basic" => $"Basic {(key.Contains(':', StringComparison.Ordinal) ? Convert.ToBase64String(Encoding.UTF8.GetBytes(key)) : key)}",
            _ => key,
        });
    }
}
