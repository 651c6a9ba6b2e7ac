namespace Middeck.Studio.Chat;

/// <summary>Why a run has no whole answer, in the words of Dify's error codes.</summary>
/// <param name="Code">Such as <c>completion_request_error</c>.</param>
/// <param name="Status">The HTTP status that goes with the code.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="TraceId">Where the error log has it; null for what needs no report.</param>
internal sealed record RunFailure(string Code, int Status, string Message, string? TraceId = null)
{
    /// <summary>What people are told of a failure that nobody expected.</summary>
    public const string Unexpected = "Internal Server Error, please contact support.";

    /// <summary>What people are told of a run whose row is gone.</summary>
    public const string Deleted = "The conversation was deleted or the run was lost.";

    public static RunFailure Model(string message) => new("completion_request_error", 400, message);

    public static RunFailure Internal(string message) => new("internal_server_error", 500, message);
}
