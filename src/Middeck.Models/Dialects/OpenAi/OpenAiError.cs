using Middeck.Core.Errors;

namespace Middeck.Models.Dialects.OpenAi;

/// <summary>OpenAI's error body: <c>{"error": {…}}</c>.</summary>
internal sealed record OpenAiError(OpenAiError.Body Error)
{
    /// <param name="Message">For people.</param>
    /// <param name="Type">The kind of the fault, by its status.</param>
    /// <param name="Param">The field at fault.</param>
    /// <param name="Code">Stable.</param>
    internal sealed record Body(string Message, string Type, string? Param, string? Code);

    public static OpenAiError Of(Fault fault, int status)
        => new(new Body(
            status == 500 ? "The server had an error while processing your request." : fault.Detail,
            Kind(status), fault.Field, CodeOf(fault, status)));

    private static string Kind(int status) => status switch
    {
        401 => "authentication_error",
        403 => "permission_error",
        429 => "rate_limit_error",
        >= 500 => "server_error",
        _ => "invalid_request_error",
    };

    // Clients of OpenAI tell these two apart by their codes.
    private static string? CodeOf(Fault fault, int status) => status switch
    {
        401 => "invalid_api_key",
        500 => null,
        _ => fault.Code == "models.not_found" ? "model_not_found" : fault.Code,
    };
}
