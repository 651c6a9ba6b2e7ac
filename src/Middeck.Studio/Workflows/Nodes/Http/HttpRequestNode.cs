using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Files;
using Middeck.Studio.Outgoing;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Http;

/// <summary>
/// Sends a request to a server of the author's choice. Whatever status it answers with is a success, unless the author has said
/// what follows a failure.
/// </summary>
internal sealed class HttpRequestNode(
    OutgoingClient http, HttpBodyWriter bodies, RunFiles files, FileKinds kinds, IOptions<StudioOptions> options) : INodeExecutor
{
    private const string Failed = "HttpRequestNodeError";
    private const int LongestShownBody = 10_000;

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];

    public string Type => NodeTypes.HttpRequest;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var settings = context.Node.Settings(HttpRequestSettings.Read);
        var body = await bodies.WriteAsync(settings.Body, context, cancellationToken);
        var request = RequestOf(settings, context, body);
        var processData = new OrderedDictionary<string, Segment>
        {
            ["request"] = Segment.Of(Show(request, body, settings, context)),
        };
        try
        {
            var answer = await http.SendAsync(RunScope.Of(context).WorkspaceId, request, cancellationToken);
            var outputs = await OutputsAsync(answer, context, cancellationToken);
            var isBorne = context.Node.ErrorStrategy != ErrorStrategy.None || context.Node.Retry.MaxRetries > 0;
            return (answer.IsSuccess || !isBorne
                ? NodeResult.Success(outputs)
                : NodeResult.Failure("HTTPResponseCodeError", $"Request failed with status code {answer.Status}") with { Outputs = outputs })
                with
            { ProcessData = processData };
        }
        catch (FaultException ex)
        {
            return NodeResult.Failure(
                ex.Fault.Code == OutgoingFaults.TooLargeCode ? "ResponseSizeError" : Failed, ex.Fault.Detail) with
            { ProcessData = processData };
        }
    }

    private OutgoingRequest RequestOf(HttpRequestSettings settings, NodeContext context, HttpContentSource? body)
    {
        if (!Methods.Contains(settings.Method))
        {
            throw new NodeException("InvalidHttpMethodError", $"Invalid http method {settings.Method.ToLowerInvariant()}");
        }

        var headers = settings.Headers.Write(context.Variables).ToList();
        if (settings.Authorization?.Write(context.Variables) is { } authorization)
        {
            headers.RemoveAll(header => header.Key.Equals(authorization.Key, StringComparison.OrdinalIgnoreCase));
            headers.Add(authorization);
        }

        if (!headers.Exists(header => header.Key.Equals("Idempotency-Key", StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(new("Idempotency-Key", context.IdempotencyKey));
        }

        var limits = options.Value;
        var silence = Within(settings.ReadSeconds, limits.HttpTimeout);
        return new OutgoingRequest(HttpMethod.Parse(settings.Method), AddressOf(settings, context.Variables))
        {
            Headers = headers,
            Confidential = settings.Authorization is { } own ? [own.Header] : [],
            Body = body?.Make,
            Patience = new OutgoingPatience(
                Within(settings.ConnectSeconds, limits.HttpConnectTimeout) + Within(settings.WriteSeconds, limits.HttpTimeout) + silence, silence),
            MostTextBytes = limits.HttpTextBytes,
            MostFileBytes = limits.HttpFileBytes,
            VerifiesCertificates = settings.VerifiesCertificates,
        };
    }

    private static TimeSpan Within(double? seconds, int most) => TimeSpan.FromSeconds(Math.Min(seconds ?? most, most));

    private static Uri AddressOf(HttpRequestSettings settings, VariablePool pool)
    {
        var url = settings.Url.Render(pool).Trim();
        if (url.Length == 0)
        {
            throw new NodeException("InvalidURLError", "url is required");
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new NodeException("InvalidURLError", "url should start with http or https");
        }

        var query = string.Join('&', settings.Params.Write(pool)
            .Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return query.Length == 0
            ? address
            : new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{query}" : query }.Uri;
    }

    private async Task<OrderedDictionary<string, Segment>> OutputsAsync(
        OutgoingAnswer answer, NodeContext context, CancellationToken cancellationToken)
    {
        Segment[] kept = answer is { IsFile: true, Body.Length: > 0 }
            ? [Segment.Of(await files.KeepAsync(RunScope.Of(context), NameOf(answer), answer.Body, cancellationToken))]
            : [];
        return new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
        {
            ["status_code"] = Segment.Of(answer.Status),
            ["body"] = answer.IsFile ? Segment.Empty : Segment.Of(answer.Text()),
            ["headers"] = Segment.Of(answer.Headers.ToDictionary(header => header.Key, header => Segment.Of(header.Value))),
            ["files"] = Segment.Of(kept, SegmentType.ArrayFile),
        };
    }

    private string NameOf(OutgoingAnswer answer)
    {
        var named = FileNames.Clean(answer.Type.FileName ?? Uri.UnescapeDataString(answer.Address.AbsolutePath));
        if (FileKinds.ExtensionOf(named).Length > 0)
        {
            return named;
        }

        var extension = kinds.ExtensionOfType(answer.Type.MediaType);
        return $"{(named.Length > 0 ? named : "file")}.{(extension.Length > 0 ? extension : "bin")}";
    }

    private static string Show(OutgoingRequest request, HttpContentSource? body, HttpRequestSettings settings, NodeContext context)
    {
        var text = new StringBuilder();
        text.Append(request.Method).Append(' ').Append(request.Address.PathAndQuery).Append(" HTTP/1.1\r\n");
        text.Append("Host: ").Append(request.Address.Authority).Append("\r\n");
        foreach (var (name, value) in request.Headers)
        {
            text.Append(name).Append(": ").Append(IsSecret(name, settings) ? HiddenSecrets.Mask : value).Append("\r\n");
        }

        if (body is not null && !request.Headers.Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            text.Append("Content-Type: ").Append(body.MediaType).Append("\r\n");
        }

        text.Append("\r\n").Append(body?.Shown);
        // A secret that is cut is still one, so the cut comes last.
        var shown = new HiddenSecrets(context.Variables).Hide(text.ToString());
        return shown.Length <= LongestShownBody ? shown : $"{shown[..LongestShownBody]}…";
    }

    private static bool IsSecret(string name, HttpRequestSettings settings)
        => name.Equals(settings.Authorization?.Header, StringComparison.OrdinalIgnoreCase)
            || name.ToLowerInvariant() is "authorization" or "proxy-authorization" or "cookie" or "x-api-key" or "api-key";
}
