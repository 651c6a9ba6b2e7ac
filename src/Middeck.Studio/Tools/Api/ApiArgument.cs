using System.Text.Json;

namespace Middeck.Studio.Tools.Api;

/// <summary>Where an argument of a tool goes in its request.</summary>
/// <param name="Name">The argument; empty for one that is not the caller's.</param>
/// <param name="Key">What the API calls it.</param>
/// <param name="In"><c>path</c>, <c>query</c>, <c>header</c>, <c>cookie</c> or <c>body</c>.</param>
internal sealed record ApiArgument(string Name, string Key, string In)
{
    public const string Path = "path";
    public const string Query = "query";
    public const string Header = "header";
    public const string Cookie = "cookie";
    public const string Body = "body";

    /// <summary>Whether each item of a list is written by itself, and not all with commas between.</summary>
    public bool Explode { get; init; } = true;

    /// <summary>What is sent when nothing is given; null for nothing.</summary>
    public JsonElement? Default { get; init; }
}
