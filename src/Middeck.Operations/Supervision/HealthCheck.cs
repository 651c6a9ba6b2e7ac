using System.ComponentModel;
using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>Asks a service once whether it works.</summary>
internal static class HealthCheck
{
    /// <summary>Why it does not; null when it does.</summary>
    public static async Task<string?> ProblemOfAsync(ServiceHealth health, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(health.Timeout);
        try
        {
            return health switch
            {
                { Http: { } url } => await HttpAsync(url, patience.Token),
                { Tcp: { } endPoint } => await TcpAsync(endPoint, patience.Token),
                _ => await CommandAsync(health.Command, patience.Token),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return string.Create(CultureInfo.InvariantCulture, $"no answer within {health.Timeout.TotalSeconds:0.#} s");
        }
        catch (Exception ex) when (ex is SocketException or IOException or HttpRequestException or Win32Exception)
        {
            return ex.Message;
        }
    }

    private static async Task<string?> HttpAsync(Uri url, CancellationToken cancellationToken)
    {
        var status = url.Scheme == "http"
            ? await PlainHttp.StatusAsync(url, cancellationToken)
            : await HttpsAsync(url, cancellationToken);
        return status is >= 200 and < 400
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{url} answers {status}");
    }

    private static async Task<int> HttpsAsync(Uri url, CancellationToken cancellationToken)
    {
        // Whether it works is asked, not who it is: a certificate of its own is common behind an entry.
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            AllowAutoRedirect = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, _, _, errors) => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable),
            },
        };
        using var http = new HttpClient(handler);
        using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return (int)response.StatusCode;
    }

    private static async Task<string?> TcpAsync(string endPoint, CancellationToken cancellationToken)
    {
        var colon = endPoint.LastIndexOf(':');
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(
            endPoint[..colon].Trim('[', ']'), int.Parse(endPoint[(colon + 1)..], CultureInfo.InvariantCulture), cancellationToken);
        return null;
    }

    private static async Task<string?> CommandAsync(IReadOnlyList<string> command, CancellationToken cancellationToken)
    {
        var output = await ProcessOutput.OfAsync(new ProcessCommand(command), null, cancellationToken);
        if (output.ExitCode == 0)
        {
            return null;
        }

        var words = $"{output.Errors}\n{output.Output}".Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return string.Create(CultureInfo.InvariantCulture, $"{command[0]} ended with code {output.ExitCode}{(words is null ? "" : $": {words.Trim()}")}");
    }
}
