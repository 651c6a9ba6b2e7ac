using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core;
using Middeck.Studio.Tools.Providers;

namespace Middeck.Studio.Tools.Api.Curl;

/// <summary>
/// Makes a tool of a curl command. What is sent as parameters, forms and JSON become arguments whose defaults are the command's
/// values; what shows who asks is kept as a secret, and the other headers are always sent.
/// </summary>
internal static class CurlTool
{
    private static readonly string[] SecretWords = ["authorization", "cookie", "token", "secret", "api-key", "apikey", "x-key", "password"];
    private static readonly string[] OwnHeaders = ["content-type", "content-length", "host", "accept-encoding", "user-agent", "connection"];

    /// <exception cref="Core.Errors.FaultException"><c>tools.invalid_description</c>.</exception>
    public static ProviderContent Read(string source, string? serverUrl)
    {
        var command = CurlCommand.Read(source);
        var address = AddressOf(command.Url);
        var arguments = new ArgumentList();
        var path = Uri.UnescapeDataString(address.AbsolutePath);
        foreach (var name in Placeholders(path))
        {
            arguments.Add(name, ApiArgument.Path, Text(), isRequired: true, explode: false);
        }

        var query = address.Query.TrimStart('?');
        foreach (var (name, value) in Pairs(command.IsGet ? string.Join('&', command.Data.Prepend(query).Where(part => part.Length > 0)) : query))
        {
            Add(arguments, name, ApiArgument.Query, JsonSerializer.SerializeToElement(value));
        }

        var (auth, secrets) = TakeHeaders(command, arguments);
        var (bodyType, isWhole) = AddBody(command, arguments);
        var server = (serverUrl ?? address.GetLeftPart(UriPartial.Authority)).TrimEnd('/');
        var label = $"{command.Method} {path}";
        var operation = new ApiOperation(command.Method, server, path, arguments.All, bodyType, isWhole);
        var tool = new ProviderTool(
            ToolNames.Unique($"{command.Method.ToLowerInvariant()}{path}", []),
            label.Length <= 200 ? label : label[..200],
            $"{command.Method} {server}{path}",
            arguments.Schema(),
            command.Method is not ("GET" or "HEAD"),
            JsonSerializer.SerializeToElement(operation, Json.Snake));
        // The command holds the secrets, so it is not kept.
        return new ProviderContent(address.Host, "", [tool]) { Auth = auth, Secrets = secrets, Source = "" };
    }

    private static Uri AddressOf(string url)
        => Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : $"http://{url}", UriKind.Absolute, out var address)
            && address is { Scheme: "http" or "https", UserInfo: "" }
                ? address
                : throw ToolProviderFaults.InvalidSource($"'{url}' is no http or https address without a user name; give names and passwords by -u.");

    private static (ProviderAuth? Auth, ProviderSecrets Secrets) TakeHeaders(CurlCommand command, ArgumentList arguments)
    {
        ProviderAuth? auth = null;
        string? key = null;
        var secrets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (command.User is { } user)
        {
            var parts = user.Split(':', 2);
            (auth, key) = (ProviderAuth.None with { Type = ProviderAuth.Basic, Username = parts[0] }, parts.Length > 1 ? parts[1] : "");
        }

        foreach (var (name, value) in command.Headers)
        {
            var low = name.ToLowerInvariant();
            if (low == "authorization" && auth is null && BasicOf(value) is { } basic)
            {
                (auth, key) = (ProviderAuth.None with { Type = ProviderAuth.Basic, Username = basic.User }, basic.Password);
            }
            else if (low == "authorization" && auth is null && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            {
                (auth, key) = (ProviderAuth.None with { Type = ProviderAuth.Bearer }, value[7..].Trim());
            }
            else if (Array.Exists(SecretWords, word => low.Contains(word, StringComparison.Ordinal)))
            {
                secrets[name] = value;
            }
            else if (!OwnHeaders.Contains(low))
            {
                arguments.AddFixed(name, ApiArgument.Header, value);
            }
        }

        return (auth, new ProviderSecrets(key is { Length: > 0 } ? key : null, secrets));
    }

    private static (string User, string Password)? BasicOf(string value)
    {
        if (!value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value[6..].Trim(), bytes, out var length)
            && Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is [var user, var password]
                ? (user, password)
                : null;
    }

    private static (string? Type, bool IsWhole) AddBody(CurlCommand command, ArgumentList arguments)
    {
        foreach (var (name, value, isFile) in command.Form)
        {
            var schema = isFile ? new JsonObject { ["type"] = "string", ["format"] = "binary" } : Text(value);
            arguments.Add(name, ApiArgument.Body, schema, isRequired: false, explode: true, isFile ? null : JsonSerializer.SerializeToElement(value));
        }

        if (command.Form.Count > 0 || command.Data.Count == 0 || command.IsGet)
        {
            return (command.Form.Count > 0 ? "multipart/form-data" : null, false);
        }

        var data = string.Join('&', command.Data);
        var type = command.Headers.LastOrDefault(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value?.Split(';')[0].Trim();
        if (ToolArguments.TryParse(data) is { ValueKind: JsonValueKind.Object } members && type != "application/x-www-form-urlencoded")
        {
            foreach (var member in members.EnumerateObject())
            {
                Add(arguments, member.Name, ApiArgument.Body, member.Value);
            }

            return (type ?? "application/json", false);
        }

        if (type is null or "application/x-www-form-urlencoded")
        {
            foreach (var (name, value) in Pairs(data))
            {
                Add(arguments, name, ApiArgument.Body, JsonSerializer.SerializeToElement(value));
            }

            return ("application/x-www-form-urlencoded", false);
        }

        var whole = ToolArguments.TryParse(data) ?? JsonSerializer.SerializeToElement(data);
        Add(arguments, "body", ApiArgument.Body, whole);
        return (type, true);
    }

    private static void Add(ArgumentList arguments, string name, string place, JsonElement preset)
    {
        var type = preset.ValueKind switch
        {
            JsonValueKind.Number => preset.TryGetInt64(out _) ? "integer" : "number",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            JsonValueKind.Array => "array",
            JsonValueKind.Object => "object",
            _ => "string",
        };
        var schema = new JsonObject { ["type"] = type, ["default"] = JsonNode.Parse(preset.GetRawText()) };
        arguments.Add(name, place, schema, isRequired: false, explode: true, preset);
    }

    private static JsonObject Text(string? preset = null)
        => preset is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["default"] = preset };

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string query)
        => from pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries)
           let parts = pair.Split('=', 2)
           select KeyValuePair.Create(Decoded(parts[0]), parts.Length > 1 ? Decoded(parts[1]) : "");

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    // /users/{id}
    private static IEnumerable<string> Placeholders(string path)
        => path.Split('/').Where(part => part is ['{', _, .., '}']).Select(part => part[1..^1]).Distinct();
}
