namespace Middeck.Studio.Tools.Providers;

/// <summary>How a provider is shown who asks; the secret itself is kept apart.</summary>
/// <param name="Type"><c>none</c>, <c>api_key</c>, <c>bearer</c>, <c>basic</c> or <c>oauth</c>.</param>
/// <param name="In"><c>header</c> or <c>query</c>, for a key.</param>
/// <param name="Name">The header or the parameter of a key; for <c>oauth</c> the scopes to ask for where the server names none.</param>
/// <param name="Prefix">What stands before a key, such as <c>Token</c>; empty for nothing.</param>
/// <param name="Username">For <c>basic</c>; for <c>oauth</c> the client's id, empty where we register by ourselves.</param>
internal sealed record ProviderAuth(string Type, string In, string Name, string Prefix, string Username)
{
    public const string ApiKey = "api_key";
    public const string Bearer = "bearer";
    public const string Basic = "basic";
    public const string OAuth = "oauth";
    public const string Header = "header";
    public const string Query = "query";

    public static ProviderAuth None { get; } = new("none", Header, "", "", "");
}
