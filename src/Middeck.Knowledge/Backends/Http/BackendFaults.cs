using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Backends.Http;

/// <summary>What can go wrong with a product, told in its own words, never with a credential.</summary>
internal static class BackendFaults
{
    public const string Code = "knowledge.backend_failed";

    private const int LongestWords = 300;

    public static FaultException Refused(BackendAddress address, HttpStatusCode status, string words) => new(Fault(
        FaultKind.Upstream,
        address,
        $"{address.Product} answered {(int)status}: {Sentence(Masked(address, words))}{Remedy(address, status)}"));

    public static FaultException NotReached(BackendAddress address, HttpRequestException cause) => new(
        Fault(
            FaultKind.Unavailable,
            address,
            $"{address.Product} cannot be reached at {address.Uri.Authority}: {Sentence(Masked(address, Innermost(cause)))} "
            + $"Check {address.Setting}.url, and whether the server runs."),
        cause);

    public static FaultException Broken(BackendAddress address, Exception cause) => new(
        Fault(FaultKind.Upstream, address, $"{address.Product} closed the connection before its answer was complete."), cause);

    public static FaultException TooLate(BackendAddress address) => new(Fault(
        FaultKind.Timeout,
        address,
        $"{address.Product} did not answer in time; search.backend_timeout is {address.Timeout.TotalSeconds:0.#} seconds."));

    public static FaultException Malformed(BackendAddress address, Exception cause) => new(
        Fault(
            FaultKind.Upstream,
            address,
            $"{address.Product} gave an answer that is not its API's. Check that {address.Setting}.url is the API's address."),
        cause);

    /// <summary>The product's sentence in the body of a refusal; null when it has none.</summary>
    public static string? WordsOf(BackendAddress address, JsonElement body)
    {
        try
        {
            return address.Words(body);
        }
        catch (Exception ex) when (ex is KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static Fault Fault(FaultKind kind, BackendAddress address, string detail)
        => new(kind, Code, detail, Extensions: new Dictionary<string, object?> { ["backend"] = address.Product });

    private static string Remedy(BackendAddress address, HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $" Check the credentials under {address.Setting}.",
        HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed
            => $" Check that {address.Setting}.url is the API's address.",
        _ => "",
    };

    private static string Masked(BackendAddress address, string words)
    {
        foreach (var secret in address.Secrets.Where(static secret => secret.Length > 0))
        {
            words = words.Replace(secret, "••••", StringComparison.Ordinal);
        }

        words = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length <= LongestWords ? words : $"{words[..LongestWords]}…";
    }

    private static string Sentence(string words)
        => words.Length == 0 ? "(no words)." : words[^1] is '.' or '!' or '?' or '…' ? words : $"{words}.";

    private static string Innermost(HttpRequestException cause) => cause.InnerException switch
    {
        SocketException socket => socket.Message,
        { } inner when cause.HttpRequestError == HttpRequestError.SecureConnectionError => inner.Message,
        _ => cause.Message,
    };
}
