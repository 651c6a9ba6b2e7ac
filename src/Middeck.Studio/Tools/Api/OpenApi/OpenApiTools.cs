using System.Text.Json;
using Microsoft.OpenApi;
using Middeck.Core.Errors;
using Middeck.Studio.Tools.Providers;
using Middeck.Studio.Transfer;

namespace Middeck.Studio.Tools.Api.OpenApi;

/// <summary>Reads OpenAPI 3 and Swagger 2 documents, JSON or YAML: each operation becomes a tool.</summary>
internal static class OpenApiTools
{
    private const int MostTools = 300;
    private const long MostWeight = 20_000_000;

    /// <param name="source">The document.</param>
    /// <param name="sourceUrl">Where it stood, which relative servers are relative to; null for nowhere.</param>
    /// <param name="serverUrl">Asked in the place of the document's servers; null for those.</param>
    /// <exception cref="FaultException"><c>tools.invalid_description</c>, <c>tools.provider_server_needed</c>.</exception>
    public static ProviderContent Read(string source, string? sourceUrl, string? serverUrl)
    {
        var document = Parse(source);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var tools = new List<ProviderTool>();
        foreach (var (path, item) in document.Paths)
        {
            foreach (var (method, operation) in item.Operations ?? [])
            {
                var server = serverUrl ?? ServerOf(operation.Servers ?? item.Servers ?? document.Servers, sourceUrl)
                    ?? ServerOf(document.Servers, sourceUrl) ?? throw ToolProviderFaults.ServerNeeded();
                tools.Add(OpenApiOperationTool.Of(server, path, item, method, operation, names));
            }
        }

        return tools.Count switch
        {
            0 => throw ToolProviderFaults.InvalidSource("The document has no operations under 'paths'."),
            > MostTools => throw ToolProviderFaults.InvalidSource($"The document has {tools.Count} operations; {MostTools} are the most. Leave out those that apps do not need."),
            _ => new ProviderContent(document.Info.Title is { Length: > 0 } title ? title : "API", document.Info.Description ?? "", tools)
            {
                Auth = AuthOf(document),
            },
        };
    }

    private static OpenApiDocument Parse(string source)
    {
        try
        {
            var json = source.AsSpan().TrimStart().StartsWith("{") ? source : YamlJson.Read(source, MostWeight).GetRawText();
            var read = OpenApiDocument.Parse(json, "json");
            return read.Document is { Paths: not null } document
                ? document
                : throw ToolProviderFaults.InvalidSource(
                    $"This is no OpenAPI document: {read.Diagnostic?.Errors.FirstOrDefault()?.Message ?? "it has no paths."}");
        }
        catch (FaultException ex) when (ex.Fault.Code == "apps.import_invalid_yaml")
        {
            throw ToolProviderFaults.InvalidSource($"This is neither JSON nor YAML. {ex.Fault.Detail}");
        }
        catch (Exception ex) when (ex is OpenApiException or JsonException or InvalidOperationException or ArgumentException or UriFormatException)
        {
            throw ToolProviderFaults.InvalidSource($"This is no OpenAPI document: {ex.Message}");
        }
    }

    private static string? ServerOf(IList<OpenApiServer>? servers, string? sourceUrl)
    {
        if (servers is not [var server, ..] || server.Url is not { } url)
        {
            return null;
        }

        foreach (var (name, variable) in server.Variables ?? new Dictionary<string, OpenApiServerVariable>())
        {
            url = url.Replace($"{{{name}}}", variable.Default ?? variable.Enum?.FirstOrDefault() ?? "", StringComparison.Ordinal);
        }

        var isFound = sourceUrl is not null
            ? Uri.TryCreate(new Uri(sourceUrl), url, out var address)
            : Uri.TryCreate(url, UriKind.Absolute, out address);
        return isFound && address is { Scheme: "http" or "https", UserInfo: "" } ? address.ToString() : null;
    }

    private static ProviderAuth? AuthOf(OpenApiDocument document)
        => document.Components?.SecuritySchemes?.Values.Select(AuthOf).OfType<ProviderAuth>().FirstOrDefault();

    private static ProviderAuth? AuthOf(IOpenApiSecurityScheme scheme) => scheme switch
    {
        { Type: SecuritySchemeType.ApiKey, Name: { Length: > 0 } name, In: ParameterLocation.Header or ParameterLocation.Query }
            => new ProviderAuth(ProviderAuth.ApiKey, scheme.In == ParameterLocation.Query ? ProviderAuth.Query : ProviderAuth.Header, name, "", ""),
        { Type: SecuritySchemeType.Http } when string.Equals(scheme.Scheme, "bearer", StringComparison.OrdinalIgnoreCase)
            => ProviderAuth.None with { Type = ProviderAuth.Bearer },
        { Type: SecuritySchemeType.OAuth2 } => ProviderAuth.None with { Type = ProviderAuth.Bearer },
        _ => null,
    };
}
