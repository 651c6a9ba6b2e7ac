namespace Middeck.Studio.Chat;

/// <summary>Why a run has no whole answer, in the words of Dify's error codes.</summary>
/// <param name="Code">Such as <c>completion_request_error</c>.</param>
/// <param name="Status">The HTTP status that goes with the code.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="TraceId">Where the error log has it; null for what needs no report.</param>
internal sealed record RunFailure(string Code, int Status, string Message, string? TraceId = null)
{
    public static RunFailure Model(string message) => new("completion_request_error", 400, message);

    public static RunFailure Internal(string message) => new("internal_server_error", 500, message);
}
