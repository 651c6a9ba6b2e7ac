using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tools.Api;

/// <summary>The arguments of one call, in the types that the API wants them in.</summary>
internal sealed class ApiValues
{
    private readonly ApiOperation _operation;
    private readonly IReadOnlyList<(ApiArgument Argument, JsonElement Value)> _values;

    private ApiValues(ApiOperation operation, IReadOnlyList<(ApiArgument Argument, JsonElement Value)> values)
        => (_operation, _values) = (operation, values);

    /// <exception cref="Core.Errors.FaultException"><c>tools.invalid_argument</c>: one that is needed is missing, or of no use.</exception>
    public static ApiValues Of(ApiOperation operation, JsonElement schema, JsonElement arguments)
    {
        var required = ((JsonElement?)schema).Member("required").Texts().ToHashSet();
        var values = new List<(ApiArgument Argument, JsonElement Value)>();
        foreach (var argument in operation.Arguments)
        {
            var given = argument.Name.Length > 0 ? arguments.Member(argument.Name) : null;
            if (given is { } value && !(given.Text() is "" && !required.Contains(argument.Name)))
            {
                values.Add((argument, Typed(value, schema.Member("properties").Member(argument.Name), argument.Name)));
            }
            else if (argument.Default is { } preset)
            {
                values.Add((argument, preset));
            }
            else if (required.Contains(argument.Name))
            {
                throw ToolFaults.Argument($"{argument.Name} is needed.");
            }
        }

        return new ApiValues(operation, values);
    }

    /// <summary>Those of one place, by what the API calls them.</summary>
    public IEnumerable<KeyValuePair<string, JsonElement>> In(string place)
        => _values.Where(value => value.Argument.In == place).Select(value => KeyValuePair.Create(value.Argument.Key, value.Value));

    /// <summary>The address with path and query.</summary>
    public Uri Address(IEnumerable<KeyValuePair<string, string>> secrets)
    {
        var path = _operation.Path;
        foreach (var (key, value) in In(ApiArgument.Path))
        {
            var text = TextOf(value);
            // A dot segment would lead to another path of the server.
            path = text is "." or ".."
                ? throw ToolFaults.Argument($"{key} cannot be '{text}'.")
                : path.Replace($"{{{key}}}", Uri.EscapeDataString(text), StringComparison.Ordinal);
        }

        var pairs = _values.Where(value => value.Argument.In == ApiArgument.Query)
            .SelectMany(value => Texts(value.Argument, value.Value).Select(text => KeyValuePair.Create(value.Argument.Key, text)))
            .Concat(secrets);
        var query = string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        var address = $"{_operation.Server.TrimEnd('/')}{(path.Length == 0 || path.StartsWith('/') ? "" : "/")}{path}";
        return new Uri(query.Length == 0 ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}");
    }

    /// <summary>Headers and cookies.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers()
    {
        foreach (var (key, value) in In(ApiArgument.Header))
        {
            yield return new(key, TextOf(value));
        }

        if (In(ApiArgument.Cookie).ToList() is { Count: > 0 } cookies)
        {
            yield return new("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={Uri.EscapeDataString(TextOf(cookie.Value))}")));
        }
    }

    /// <summary>A value as text: lists with commas between, objects as JSON.</summary>
    public static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> Texts(ApiArgument argument, JsonElement value)
        => argument.Explode && value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(TextOf) : [TextOf(value)];

    // Models, and templates of workflows, write numbers and lists as text.
    private static JsonElement Typed(JsonElement value, JsonElement? schema, string name)
    {
        var type = schema.Member("type").Text();
        if (value.ValueKind != JsonValueKind.String)
        {
            return type == "string" && value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                && schema.Member("format").Text() != "binary"
                ? JsonSerializer.SerializeToElement(value.GetRawText())
                : value;
        }

        var text = value.GetString()!;
        var parsed = type is null or "string" ? null : ToolArguments.TryParse(type == "boolean" ? text.Trim().ToLowerInvariant() : text);
        return type switch
        {
            "integer" or "number" => parsed is { ValueKind: JsonValueKind.Number } number ? number : throw Wrong("a number"),
            "boolean" => parsed is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag : throw Wrong("true or false"),
            "object" => parsed is { ValueKind: JsonValueKind.Object } whole ? whole : throw Wrong("a JSON object"),
            "array" => parsed is { ValueKind: JsonValueKind.Array } list ? list : JsonSerializer.SerializeToElement(new JsonArray(text)),
            _ => value,
        };

        Core.Errors.FaultException Wrong(string wanted) => ToolFaults.Argument($"{name} must be {wanted}.");
    }
}
