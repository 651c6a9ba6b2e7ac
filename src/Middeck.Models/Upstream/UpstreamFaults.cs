using System.Net;
using System.Net.Sockets;
using Middeck.Core.Errors;
using Middeck.Http.Outbound;
using Middeck.Models.Catalogue;

namespace Middeck.Models.Upstream;

/// <summary>What can go wrong with a provider, told with the provider's name and its own words, never with its key.</summary>
internal static class UpstreamFaults
{
    public const string Rejected = "models.upstream_rejected";
    public const string RateLimited = "models.upstream_rate_limited";
    public const string Unreachable = "models.upstream_unreachable";
    public const string TimedOut = "models.upstream_timeout";
    public const string CutOff = "models.upstream_cut_off";
    public const string Malformed = "models.upstream_malformed";

    /// <summary>The fact under which a fault carries the provider's own words.</summary>
    public const string MessageFact = "upstream_message";

    /// <summary>The fact under which a fault carries the provider's status code.</summary>
    public const string StatusFact = "upstream_status";

    public static FaultException Refusal(
        ProviderConnection connection, HttpStatusCode status, string words, TimeSpan? retryAfter)
    {
        var message = SecretMask.Apply(words, connection.ApiKey);
        var isLimit = status == HttpStatusCode.TooManyRequests;
        var facts = Facts(connection, message);
        facts[StatusFact] = (int)status;
        if (isLimit && retryAfter is { } wait)
        {
            facts["retry_after_seconds"] = (int)Math.Ceiling(wait.TotalSeconds);
        }

        return new FaultException(new Fault(
            isLimit ? FaultKind.TooMany : FaultKind.Upstream,
            isLimit ? RateLimited : Rejected,
            $"The provider '{connection.Name}' answered {(int)status}: {Sentence(message)}{Remedy(status)}",
            Extensions: facts));
    }

    /// <summary>An error that came inside an answer that had begun well.</summary>
    public static FaultException RefusalInStream(ProviderConnection connection, string words)
    {
        var message = SecretMask.Apply(words, connection.ApiKey);
        return new FaultException(new Fault(
            FaultKind.Upstream,
            Rejected,
            $"The provider '{connection.Name}' gave up in the middle of its answer: {Sentence(message)}",
            Extensions: Facts(connection, message)));
    }

    public static FaultException NotReached(ProviderConnection connection, HttpRequestException cause)
    {
        var words = SecretMask.Apply(Innermost(cause), connection.ApiKey);
        var facts = Facts(connection, words);
        if (cause is OutboundRefusedException || cause.InnerException is OutboundRefusedException)
        {
            facts["rule"] = "outbound.private_address";
        }

        return new FaultException(
            new Fault(
                FaultKind.Upstream,
                Unreachable,
                $"The provider '{connection.Name}' cannot be reached at {connection.BaseUri.Authority}: {Sentence(words)} "
                + "Check the address, and whether the server runs.",
                Extensions: facts),
            cause);
    }

    public static FaultException TooLate(ProviderConnection connection, TimeSpan waited, bool hasBegun) => new(new Fault(
        FaultKind.Timeout,
        TimedOut,
        hasBegun
            ? $"The provider '{connection.Name}' fell silent in the middle of its answer for {waited.TotalSeconds:0.#} seconds."
            : $"The provider '{connection.Name}' sent nothing for {waited.TotalSeconds:0.#} seconds.",
        Extensions: Facts(connection, null)));

    public static FaultException Broken(ProviderConnection connection, Exception? cause = null) => new(
        new Fault(
            FaultKind.Upstream,
            CutOff,
            $"The provider '{connection.Name}' closed the connection before its answer was complete. Try again.",
            Extensions: Facts(connection, null)),
        cause);

    /// <param name="connection">Whose answer it is.</param>
    /// <param name="what">Our own words for what came, such as <c>a web page</c>.</param>
    /// <param name="cause">The parser's complaint.</param>
    public static FaultException Nonsense(ProviderConnection connection, string what, Exception? cause = null) => new(
        new Fault(
            FaultKind.Upstream,
            Malformed,
            $"The provider '{connection.Name}' answered with {what}. Check that its base_url is that of the API, usually ending in /v1.",
            Extensions: Facts(connection, null)),
        cause);

    private static Dictionary<string, object?> Facts(ProviderConnection connection, string? message)
    {
        var facts = new Dictionary<string, object?> { ["provider"] = connection.Name };
        if (message is not null)
        {
            facts[MessageFact] = message;
        }

        return facts;
    }

    private static string Remedy(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => " Check the provider's key under Models.",
        HttpStatusCode.PaymentRequired => " Check the account's balance with the provider.",
        HttpStatusCode.NotFound => " Check the model's name and the provider's base_url.",
        _ => "",
    };

    private static string Sentence(string words)
        => words.Length == 0 ? "(no words)." : words[^1] is '.' or '。' or '!' or '！' or '?' or '？' or '…' ? words : words + ".";

    private static string Innermost(HttpRequestException cause) => cause switch
    {
        OutboundRefusedException refused => refused.Message,
        { InnerException: OutboundRefusedException refused } => refused.Message,
        { InnerException: SocketException socket } => socket.Message,
        { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: { } inner } => inner.Message,
        _ => cause.Message,
    };
}
