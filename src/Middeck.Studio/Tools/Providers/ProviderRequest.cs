using System.Text.RegularExpressions;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tools.Providers;

/// <summary>Checks what people write about providers.</summary>
internal static partial class ProviderRequest
{
    /// <exception cref="Core.Errors.FaultException"><c>tools.provider_invalid_name</c>.</exception>
    public static string NameOf(string name)
        => name.Trim() is { Length: > 0 } trimmed && StorableJson.IsStorable(trimmed)
            ? trimmed[..Math.Min(trimmed.Length, 100)]
            : throw ToolProviderFaults.InvalidName();

    /// <summary>Null for an empty one.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>tools.provider_invalid_url</c>.</exception>
    public static string? UrlOf(string field, string? url)
        => string.IsNullOrWhiteSpace(url) ? null
            : Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "" }
                && StorableJson.IsStorable(url)
                ? url.Trim()
                : throw ToolProviderFaults.InvalidUrl(field);

    /// <exception cref="Core.Errors.FaultException"><c>tools.provider_invalid_auth</c>.</exception>
    public static ProviderAuth AuthOf(ToolProviderAuth auth)
    {
        var name = auth.Name.Trim();
        if (auth.Type == ProviderAuth.ApiKey && (name.Length == 0 || (auth.In == ProviderAuth.Header && !HeaderName().IsMatch(name))))
        {
            throw ToolProviderFaults.InvalidAuth("auth.name", "A key needs the name of its header or parameter, such as X-API-Key.");
        }

        if (auth.Type == ProviderAuth.Basic && (auth.Username.Length == 0 || auth.Username.Contains(':', StringComparison.Ordinal)))
        {
            throw ToolProviderFaults.InvalidAuth("auth.username", "A user name without a colon is needed.");
        }

        if (auth.Type == ProviderAuth.OAuth && auth.Username.Any(char.IsControl))
        {
            throw ToolProviderFaults.InvalidAuth("auth.username", "The client's id holds a letter that no id has.");
        }

        return new ProviderAuth(auth.Type, auth.In, name, auth.Prefix.Trim(), auth.Username);
    }

    /// <summary>The secret that is sent with it; null for the one that is kept.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>tools.provider_invalid_auth</c>.</exception>
    public static string? SecretOf(ToolProviderAuth? auth)
        => string.IsNullOrEmpty(auth?.Secret) ? null
            : auth.Secret.Any(char.IsControl)
                ? throw ToolProviderFaults.InvalidAuth("auth.secret", "The secret holds a line break or another letter that no secret has.")
                : auth.Type == ProviderAuth.Basic ? auth.Secret : auth.Secret.Trim();

    /// <exception cref="Core.Errors.FaultException"><c>tools.provider_invalid_auth</c>.</exception>
    public static Dictionary<string, string> HeadersOf(IReadOnlyDictionary<string, string> given, IReadOnlyDictionary<string, string> kept)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in given)
        {
            if (!HeaderName().IsMatch(name.Trim()) || value.Any(char.IsControl))
            {
                throw ToolProviderFaults.InvalidAuth("headers", $"'{name}' cannot be a header: its name or its value holds what headers cannot.");
            }

            headers[name.Trim()] = value.Length > 0 ? value.Trim() : kept.GetValueOrDefault(name.Trim(), "");
        }

        return headers;
    }

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}$")]
    private static partial Regex HeaderName();
}
