using System.Net.Http.Headers;
using System.Text.Json;

namespace Middeck.Knowledge.Backends.Http;

/// <summary>A product behind HTTP: where it is, how it wants to be asked, and how it complains.</summary>
/// <remarks>Not a record: its text form would show the credential.</remarks>
internal sealed class BackendAddress
{
    /// <summary>The name for people, such as <c>Qdrant</c>.</summary>
    public required string Product { get; init; }

    /// <summary>The part of the configuration that says all this, such as <c>search.qdrant</c>.</summary>
    public required string Setting { get; init; }

    /// <summary>Ends in a slash, so that paths can follow.</summary>
    public required Uri Uri { get; init; }

    /// <summary>What can be read where all is well, behind <see cref="Uri"/>: something small that asks for the credential.</summary>
    public required string Probe { get; init; }

    /// <summary>After this long a request, with its repetitions, is given up.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Puts the credential into a request.</summary>
    public required Action<HttpRequestHeaders> Authorize { get; init; }

    /// <summary>Must not appear in anything that people read. Empty ones do not count.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>Finds the product's sentence in the body of a refusal; throws or gives null when it is not there.</summary>
    public required Func<JsonElement, string?> Words { get; init; }

    /// <summary>The configured URL with a slash at its end.</summary>
    public static Uri Root(string url) => new(url.TrimEnd('/') + "/");
}
