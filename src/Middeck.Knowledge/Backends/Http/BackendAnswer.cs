using System.Net;
using System.Text.Json;

namespace Middeck.Knowledge.Backends.Http;

/// <summary>What a product answered: a success, or a refusal that was expected.</summary>
internal sealed class BackendAnswer(BackendAddress address, HttpStatusCode status, JsonElement body)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Whether what was asked for is not there.</summary>
    public bool IsMissing => Status == HttpStatusCode.NotFound;

    /// <summary>Takes what is needed out of the body.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>knowledge.backend_failed</c>: the body has another shape.</exception>
    public T Read<T>(Func<JsonElement, T> read)
    {
        try
        {
            return read(body);
        }
        catch (Exception ex) when (
            ex is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw BackendFaults.Malformed(address, ex);
        }
    }

    /// <summary>The fault that this answer is, where the caller expected it and cannot do with it either.</summary>
    public Exception ToFault() => BackendFaults.Refused(address, Status, BackendFaults.WordsOf(address, body) ?? "");

    /// <summary>The fault of a part of the answer, such as one entry of a batch.</summary>
    public Exception ToFault(string words) => BackendFaults.Refused(address, Status, words);
}
