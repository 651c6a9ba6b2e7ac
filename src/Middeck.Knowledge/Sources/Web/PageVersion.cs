using System.Text.Json;
using Middeck.Core;

namespace Middeck.Knowledge.Sources.Web;

/// <summary>How the versions of a page are told apart, kept as JSON.</summary>
/// <param name="Etag">For <c>If-None-Match</c>.</param>
/// <param name="Modified">For <c>If-Modified-Since</c>.</param>
/// <param name="Text">The SHA-256 of what people see of it: tokens and times in the markup change with every request.</param>
internal sealed record PageVersion(string? Etag, string? Modified, string Text)
{
    public static PageVersion? Parse(string? version)
        => version is null ? null : JsonSerializer.Deserialize<PageVersion>(version, Json.Snake);

    public override string ToString() => JsonSerializer.Serialize(this, Json.Snake);
}
