namespace Middeck.Knowledge.Sources.Web;

/// <summary>What came of asking for a page. Closed: nothing outside this file can add a case.</summary>
internal abstract record WebAnswer
{
    private WebAnswer()
    {
    }

    /// <summary>It was sent.</summary>
    /// <param name="Address">Where it was in the end.</param>
    /// <param name="Body">Unpacked.</param>
    /// <param name="MediaType">Lower case; null when the site did not say.</param>
    /// <param name="Charset">As the header names it.</param>
    /// <param name="ETag">As sent.</param>
    /// <param name="Modified">As sent.</param>
    public sealed record Page(Uri Address, byte[] Body, string? MediaType, string? Charset, string? ETag, string? Modified) : WebAnswer;

    /// <summary>It is as it was.</summary>
    public sealed record NotModified : WebAnswer;

    /// <summary>The site says that it is gone (404, 410).</summary>
    public sealed record Gone(string Error) : WebAnswer;

    /// <summary>It leads to a place that is not asked for.</summary>
    public sealed record Elsewhere(Uri Address) : WebAnswer;

    /// <summary>It may not be fetched, or the site refuses it.</summary>
    public sealed record Refused(string Code, string Error) : WebAnswer;

    /// <summary>The site could not be reached.</summary>
    public sealed record Unreachable(string Code, string Error) : WebAnswer;
}
