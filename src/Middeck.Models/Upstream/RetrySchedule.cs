using System.Net;
using Microsoft.Extensions.Options;

namespace Middeck.Models.Upstream;

/// <summary>Which failures before the first byte are worth another try, and after what wait.</summary>
internal sealed class RetrySchedule(IOptions<ModelsOptions> options)
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4),
        TimeSpan.FromSeconds(8),
    ];

    /// <summary>The wait before the next try; null: give up.</summary>
    /// <param name="tries">How many tries have failed, 1 or more.</param>
    /// <param name="status">What the last one was answered with.</param>
    /// <param name="asked">The wait that the provider asked for.</param>
    public TimeSpan? After(int tries, HttpStatusCode status, TimeSpan? asked)
    {
        var isPassing = status is HttpStatusCode.TooManyRequests || (int)status >= 500;
        if (!isPassing || tries > options.Value.Retries)
        {
            return null;
        }

        var wait = asked ?? Waits[tries - 1];
        return wait.TotalSeconds <= options.Value.LongestRetryAfter ? wait : null;
    }

    /// <summary>The wait after a connection that did not come about or ended before an answer; null: give up.</summary>
    public TimeSpan? After(int tries, HttpRequestException failure)
        => tries <= options.Value.Retries && (IsConnecting(failure) || WasConnected(failure)) ? Waits[tries - 1] : null;

    /// <summary>Whether there was a connection, and it ended before an answer began.</summary>
    public static bool WasConnected(HttpRequestException failure)
        => failure.HttpRequestError == HttpRequestError.ResponseEnded
            || (failure.HttpRequestError == HttpRequestError.Unknown && failure.InnerException is IOException);

    private static bool IsConnecting(HttpRequestException failure)
        => failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError;
}
