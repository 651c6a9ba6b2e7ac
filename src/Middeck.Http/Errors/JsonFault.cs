using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Middeck.Http.Errors;

/// <summary>Tells people which value of their request is wrong, without the framework's type names.</summary>
internal static partial class JsonFault
{
    public static string Describe(BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException json when MissingFieldOf(json) is { } field => $"The field {field} is missing.",
        JsonException { Path: { Length: > 2 } path } => $"The value at {path[2..]} is missing or has the wrong type.",
        JsonException { LineNumber: { } line } json
            => $"The body is not valid JSON (line {line + 1}, byte {json.BytePositionInLine + 1}).",
        JsonException => "The body is not valid JSON.",
        _ => ParameterOf(bad) is { } name
            ? $"The value of {name} in the address is missing or has the wrong type."
            : "The request's body could not be read to its end.",
    };

    public static string? FieldOf(BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException json when MissingFieldOf(json) is { } field => field,
        JsonException { Path: { Length: > 2 } path } => path[2..],
        _ => ParameterOf(bad),
    };

    // JSON deserialization for type '…' was missing required properties including: 'name', 'kind'.
    private static string? MissingFieldOf(JsonException exception)
        => Missing().Match(exception.Message) is { Success: true, Groups: [_, var name] }
            ? exception.Path is { Length: > 2 } path ? $"{path[2..]}.{name.Value}" : name.Value
            : null;

    private static string? ParameterOf(BadHttpRequestException bad)
        => Parameter().Match(bad.Message) is { Success: true, Groups: [_, var name] } ? name.Value : null;

    // Failed to bind parameter "Nullable<int> limit" from "ten".
    // Required parameter "DateTimeOffset at" was not provided from query string.
    [GeneratedRegex("""parameter "[^"]* (\w+)" (?:from "|was not provided from (?:query string|route))""")]
    private static partial Regex Parameter();

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex Missing();
}
