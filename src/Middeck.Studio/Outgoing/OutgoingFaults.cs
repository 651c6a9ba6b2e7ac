using Middeck.Core.Errors;
using Middeck.Http.Outbound;

namespace Middeck.Studio.Outgoing;

/// <summary>Why a request that an app sends came to nothing.</summary>
internal static class OutgoingFaults
{
    public const string TooLargeCode = "outgoing.too_large";

    public static FaultException Refused(OutboundRefusedException refused)
        => new(new Fault(FaultKind.Upstream, "outgoing.address_refused", refused.Message), refused);

    public static FaultException Unreachable(Uri address, Exception inner)
        => new(new Fault(FaultKind.Upstream, "outgoing.unreachable", $"{address.Authority} cannot be reached: {Reason(inner)}."), inner);

    public static FaultException Slow(Uri address)
        => new(new Fault(FaultKind.Timeout, "outgoing.timeout", $"{address.Authority} took too long to answer."));

    public static FaultException RedirectedTooOften(Uri address, int most) => new(new Fault(
        FaultKind.Upstream, "outgoing.redirects", $"{address.Authority} redirects more than {most} times."));

    public static FaultException RedirectedAway(Uri address) => new(new Fault(
        FaultKind.Upstream, "outgoing.redirects", $"{address.Authority} redirects to what is no web address."));

    public static FaultException InvalidHeader(string name) => new(Fault.Invalid(
        "outgoing.invalid_header", $"The header '{name}' cannot be sent: its name or its value holds what headers cannot."));

    /// <param name="isFile">Which of the limits.</param>
    /// <param name="most">The limit in bytes.</param>
    /// <param name="size">How many there are; null when nobody knows.</param>
    public static FaultException TooLarge(bool isFile, int most, long? size) => new(new Fault(
        FaultKind.Upstream,
        TooLargeCode,
        $"{(isFile ? "File" : "Text")} size is too large, max size is {Megabytes(most)} MB, but current size is "
            + $"{(size is { } known ? $"{Megabytes(known)} MB" : "larger")}."));

    // The framework's own words name addresses of our network; these do not.
    private static string Reason(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "there is no such host",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
            => "no secure connection comes about; its certificate may be invalid",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the connection was refused",
        _ => "the connection broke off",
    };

    private static string Megabytes(long bytes)
        => (bytes / 1024d / 1024d).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
