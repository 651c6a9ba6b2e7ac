using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Outbound;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;
using Middeck.Studio.Tools.Providers;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Middeck.Studio.Tools.Mcp;

/// <summary>
/// MCP servers, by Streamable HTTP or SSE, or started in the sandbox. Over the network each call is a session of its own, so that a server
/// that was restarted, or that forgot us, is no failure.
/// </summary>
internal sealed class McpProviders(
    WorkspaceOutbound outbound, McpServers servers, FileKinds kinds, IOptions<StudioOptions> options, TimeProvider clock) : IProviderKind
{
    private const int MostTools = 300;

    public string Kind => "mcp";

    public async Task<ProviderContent> ReadAsync(
        ProviderConnection connection, string source, CancellationToken cancellationToken)
    {
        try
        {
            return await TalkAsync(connection, async (client, token) =>
            {
                var names = new HashSet<string>(StringComparer.Ordinal);
                var listed = await client.ListToolsAsync(cancellationToken: token);
                var tools = listed.Take(MostTools).Select(tool => ToolOf(tool.ProtocolTool, names)).ToList();
                var server = client.ServerInfo;
                return new ProviderContent(server?.Title ?? server?.Name ?? "MCP", client.ServerInstructions ?? "", tools);
            }, cancellationToken);
        }
        catch (FaultException ex) when (ex.Fault.Code == "tools.failed")
        {
            throw ToolProviderFaults.InvalidServer(ex.Fault.Detail, connection.Settings.Stdio is null ? "server_url" : "command");
        }
    }

    public Task<ToolResult> CallAsync(
        ProviderConnection connection, ProviderTool tool, ToolContext context, JsonElement arguments, CancellationToken cancellationToken)
        => TalkAsync(connection, async (client, token) =>
        {
            var given = arguments.EnumerateObject().ToDictionary(argument => argument.Name, argument => (object?)argument.Value);
            var result = await client.CallToolAsync(tool.Call.Member("name").Text()!, given, cancellationToken: token);
            return new McpResult(result, kinds).Read();
        }, cancellationToken);

    private async Task<T> TalkAsync<T>(
        ProviderConnection connection, Func<McpClient, CancellationToken, Task<T>> talk, CancellationToken cancellationToken)
    {
        var name = connection.Settings.Stdio is { } stdio ? $"'{stdio.Command}'" : AddressOf(connection).Authority;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ToolTimeout), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return connection.Settings.Stdio is null
                ? await TalkOverHttpAsync(connection, talk, either.Token)
                : await servers.AskAsync(connection, talk, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ToolFaults.Failed($"{name} did not answer within {options.Value.ToolTimeout} seconds.");
        }
        catch (Exception ex) when (Refused(ex) is { } refused)
        {
            throw ToolFaults.Failed(refused.Message);
        }
        catch (McpException ex)
        {
            throw ToolFaults.Failed($"{name} refused: {ex.Message}");
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException or InvalidOperationException or JsonException or TimeoutException)
        {
            throw ToolFaults.Failed($"{name} does not answer as an MCP server: {ex.Message}");
        }
    }

    private async Task<T> TalkOverHttpAsync<T>(
        ProviderConnection connection, Func<McpClient, CancellationToken, Task<T>> talk, CancellationToken cancellationToken)
    {
        // The handler is shared and stays.
        using var http = new HttpClient(outbound.HandlerFor(connection.WorkspaceId), disposeHandler: false);
        await using var transport = new HttpClientTransport(TransportOf(connection, AddressOf(connection)), http);
        await using var client = await McpClient.CreateAsync(transport, McpIdentity.Options, cancellationToken: cancellationToken);
        return await talk(client, cancellationToken);
    }

    private static HttpClientTransportOptions TransportOf(ProviderConnection connection, Uri address) => new()
    {
        Endpoint = address,
        Name = address.Host,
        TransportMode = connection.Settings.Transport switch
        {
            ProviderSettings.Sse => HttpTransportMode.Sse,
            ProviderSettings.StreamableHttp => HttpTransportMode.StreamableHttp,
            _ => HttpTransportMode.AutoDetect,
        },
        AdditionalHeaders = connection.Headers().DistinctBy(header => header.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(),
    };

    private static Uri AddressOf(ProviderConnection connection)
    {
        var address = new Uri(connection.Settings.ServerUrl ?? throw ToolProviderFaults.ServerNeeded());
        var query = string.Join('&', connection.Query().Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));
        return query.Length == 0
            ? address
            : new UriBuilder(address) { Query = address.Query.Length > 1 ? $"{address.Query[1..]}&{query}" : query }.Uri;
    }

    private static OutboundRefusedException? Refused(Exception? exception)
        => exception switch
        {
            null => null,
            OutboundRefusedException refused => refused,
            AggregateException all => all.InnerExceptions.Select(Refused).FirstOrDefault(found => found is not null),
            _ => Refused(exception.InnerException),
        };

    // A tool that says of itself that it only reads is believed; any other may change something.
    private static ProviderTool ToolOf(Tool tool, HashSet<string> names)
    {
        var label = tool.Title ?? tool.Annotations?.Title;
        return new ProviderTool(
            ToolNames.Unique(tool.Name, names),
            label is { Length: > 0 } ? label : tool.Name,
            tool.Description ?? "",
            tool.InputSchema,
            tool.Annotations?.ReadOnlyHint != true,
            JsonSerializer.SerializeToElement(new { tool.Name }, Json.Snake));
    }
}
