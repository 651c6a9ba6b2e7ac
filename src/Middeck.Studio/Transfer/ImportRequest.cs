using Microsoft.AspNetCore.Http;

namespace Middeck.Studio.Transfer;

/// <summary>A file that is sent as the body of a request, or is to be fetched.</summary>
/// <param name="Body">The request.</param>
/// <param name="AppId">The app whose draft it is to be; null for a new app.</param>
/// <param name="IsConfirmed">Whether it is wanted although its version is not one that is known here.</param>
internal sealed record ImportRequest(HttpRequest Body, Guid? AppId, bool IsConfirmed)
{
    /// <summary>Where the file stands; null when it is the body.</summary>
    public string? Url { get; init; }

    /// <summary>The text of the body.</summary>
    /// <exception cref="Core.Errors.FaultException">It is too large or not UTF-8.</exception>
    public Task<string> ReadAsync(int mostBytes, CancellationToken cancellationToken)
        => YamlBody.ReadAsync(Body.Body, mostBytes, cancellationToken);
}
