using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Middeck.Http.Errors;

/// <summary>Tells people where their JSON is wrong, without the framework's type names.</summary>
internal static class JsonFault
{
    public static string Describe(BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException { Path: { Length: > 2 } path } => $"The value at {path[2..]} is missing or has the wrong type.",
        JsonException { LineNumber: { } line } json
            => $"The body is not valid JSON (line {line + 1}, byte {json.BytePositionInLine + 1}).",
        JsonException => "The body is not valid JSON, or a required field is missing.",
        _ => bad.Message.Contains("from query string", StringComparison.Ordinal)
                || bad.Message.Contains("from route", StringComparison.Ordinal)
            ? "A value in the address is missing or has the wrong type."
            : "The request's body could not be read to its end.",
    };

    public static string? FieldOf(BadHttpRequestException bad)
        => bad.InnerException is JsonException { Path: { Length: > 2 } path } ? path[2..] : null;
}
