using System.Text.Json;
using Microsoft.Extensions.Options;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Outbound;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;
using Middeck.Studio.Tools.Mcp.SignIn;
using Middeck.Studio.Tools.Providers;
using ModelContextProtocol;
using ModelContextProtocol.Authentication;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Middeck.Studio.Tools.Mcp;

/// <summary>
/// MCP servers, by Streamable HTTP or SSE, or started in the sandbox. Over the network each call is a session of its own, so that a server
/// that was restarted, or that forgot us, is no failure.
/// </summary>
internal sealed class McpProviders(
    WorkspaceOutbound outbound, McpServers servers, OAuthClient oauth, FileKinds kinds, IOptions<StudioOptions> options, TimeProvider clock) : IProviderKind
{
    private const int MostTools = 300;

    public string Kind => "mcp";

    public async Task<ProviderContent> ReadAsync(
        ProviderConnection connection, string source, CancellationToken cancellationToken)
    {
        if (connection.Settings.Auth.Type == ProviderAuth.OAuth && !connection.IsSignedIn)
        {
            // It tells nothing before somebody has signed in.
            return new ProviderContent(AddressOf(connection).Host, "", []);
        }

        try
        {
            return await TalkAsync(connection, Patience, oauth.ForCalls(connection), ListAsync, cancellationToken);
        }
        catch (FaultException ex) when (ex.Fault.Code == "tools.failed")
        {
            throw ToolProviderFaults.InvalidServer(ex.Fault.Detail, connection.Settings.Stdio is null ? "server_url" : "command");
        }
    }

    /// <summary>Reads what a server offers when somebody has signed in to it meanwhile.</summary>
    /// <exception cref="FaultException"><c>tools.failed</c>.</exception>
    public Task<ProviderContent> SignInAsync(
        ProviderConnection connection, ClientOAuthOptions options, TimeSpan patience, CancellationToken cancellationToken)
        => TalkAsync(connection, patience, options, ListAsync, cancellationToken);

    public Task<ToolResult> CallAsync(
        ProviderConnection connection, ProviderTool tool, ToolContext context, JsonElement arguments, CancellationToken cancellationToken)
        => TalkAsync(connection, Patience, oauth.ForCalls(connection), async (client, token) =>
        {
            var given = arguments.EnumerateObject().ToDictionary(argument => argument.Name, argument => (object?)argument.Value);
            var result = await client.CallToolAsync(tool.Call.Member("name").Text()!, given, cancellationToken: token);
            return new McpResult(result, kinds).Read();
        }, cancellationToken);

    private TimeSpan Patience => TimeSpan.FromSeconds(options.Value.ToolTimeout);

    private static async Task<ProviderContent> ListAsync(McpClient client, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var listed = await client.ListToolsAsync(cancellationToken: cancellationToken);
        var tools = listed.Take(MostTools).Select(tool => ToolOf(tool.ProtocolTool, names)).ToList();
        var server = client.ServerInfo;
        return new ProviderContent(server?.Title ?? server?.Name ?? "MCP", client.ServerInstructions ?? "", tools);
    }

    private async Task<T> TalkAsync<T>(
        ProviderConnection connection,
        TimeSpan longest,
        ClientOAuthOptions signIn,
        Func<McpClient, CancellationToken, Task<T>> talk,
        CancellationToken cancellationToken)
    {
        var name = connection.Settings.Stdio is { } stdio ? $"'{stdio.Command}'" : AddressOf(connection).Authority;
        using var patience = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return connection.Settings.Stdio is null
                ? await TalkOverHttpAsync(connection, longest, signIn, talk, either.Token)
                : await servers.AskAsync(connection, talk, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ToolFaults.Failed($"{name} did not answer within {longest.TotalSeconds} seconds.");
        }
        catch (Exception ex) when (Within<FaultException>(ex) is { } fault)
        {
            throw fault;
        }
        catch (Exception ex) when (Within<OutboundRefusedException>(ex) is { } refused)
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
        ProviderConnection connection,
        TimeSpan longest,
        ClientOAuthOptions signIn,
        Func<McpClient, CancellationToken, Task<T>> talk,
        CancellationToken cancellationToken)
    {
        // The handler is shared and stays.
        using var http = new HttpClient(outbound.HandlerFor(connection.WorkspaceId), disposeHandler: false);
        await using var transport = new HttpClientTransport(TransportOf(connection, signIn), http);
        var identity = McpIdentity.Options;
        identity.InitializationTimeout = longest;
        await using var client = await McpClient.CreateAsync(transport, identity, cancellationToken: cancellationToken);
        return await talk(client, cancellationToken);
    }

    private static HttpClientTransportOptions TransportOf(ProviderConnection connection, ClientOAuthOptions signIn) => new()
    {
        Endpoint = AddressOf(connection),
        OAuth = connection.Settings.Auth.Type == ProviderAuth.OAuth ? signIn : null,
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

    private static T? Within<T>(Exception? exception) where T : Exception
        => exception switch
        {
            null => null,
            T found => found,
            AggregateException all => all.InnerExceptions.Select(Within<T>).FirstOrDefault(found => found is not null),
            _ => Within<T>(exception.InnerException),
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
