using System.Net;
using System.Text.Json;

namespace Middeck.Cli;

/// <summary>Asks a platform on this machine for its health.</summary>
internal sealed class HealthProbe(string url) : IDisposable
{
    // Straight to the machine itself, whatever proxy the environment names.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false })
    {
        BaseAddress = new Uri(url),
        Timeout = TimeSpan.FromSeconds(10),
    };

    public void Dispose() => _http.Dispose();

    /// <summary>The answer, or the reason that there is none.</summary>
    public async Task<HealthAnswer> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("/health", UriKind.Relative), cancellationToken);
            using var body = await JsonDocument.ParseAsync(
                await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            return new HealthAnswer(response.StatusCode == HttpStatusCode.OK, body.RootElement.Clone(), null);
        }
        catch (Exception ex) when (ex is HttpRequestException or JsonException
            || (ex is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new HealthAnswer(false, null, ex.Message);
        }
    }
}
