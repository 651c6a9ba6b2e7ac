using Middeck.Core.Errors;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Sites.Talk;

/// <summary>Why a visitor has no whole answer. Which model failed and what it said concerns those who run the app, not visitors.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Status">The HTTP status that goes with it.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="TraceId">Where the error log has it; null for what needs no report.</param>
internal sealed record SiteFailure(string Code, int Status, string Message, string? TraceId)
{
    public static SiteFailure Of(RunFailure failure) => Of(failure.Code) with { TraceId = failure.TraceId };

    /// <summary>What a row tells of a failure.</summary>
    public static SiteFailure OfRow(string? code) => Of(code ?? "");

    /// <summary>A refusal as a visitor may see it: that of a model or of the knowledge loses its words, all others keep theirs.</summary>
    public static FaultException Told(FaultException refusal)
    {
        var fault = refusal.Fault;
        var isInternal = fault.Code.StartsWith("models.", StringComparison.Ordinal)
            || fault.Code.StartsWith("knowledge.", StringComparison.Ordinal);
        if (!isInternal)
        {
            return refusal;
        }

        var told = Of(RunFailures.From(fault)?.Code ?? "");
        var kind = told.Status == 429 ? FaultKind.TooMany : FaultKind.Unavailable;
        return new FaultException(new Fault(kind, told.Code, told.Message), refusal);
    }

    private static SiteFailure Of(string code) => code == "provider_quota_exceeded"
        ? new SiteFailure("sites.over_quota", 429, "This app has used up its quota. Try again later.", null)
        : new SiteFailure("sites.answer_failed", 503, "The answer could not be completed. Try again in a moment.", null);
}
