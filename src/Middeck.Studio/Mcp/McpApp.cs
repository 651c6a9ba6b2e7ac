using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Tools;
using Middeck.Studio.Tools.Workflows;
using Middeck.Studio.Workflows.Runs;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Middeck.Studio.Mcp;

/// <summary>
/// An app as a server of the Model Context Protocol with one tool: a workflow takes its inputs, a chat takes a question, goes on with a
/// conversation when it is named, and says which one it was.
/// </summary>
internal sealed class McpApp(
    WorkflowInputs inputs, WorkflowRunner workflows, ChatRunner chats, EndUsers endUsers, ILoggerFactory loggers)
{
    /// <summary>The name under which all clients of the protocol are known to an app.</summary>
    public const string EndUser = "mcp";

    private const string Query = "query";
    private const string Conversation = "conversation_id";

    /// <summary>A server for one request.</summary>
    /// <param name="transport">Where the request comes from.</param>
    /// <param name="app">The published app.</param>
    /// <param name="caller">The key that was shown.</param>
    public McpServer Open(ITransport transport, AppSnapshot app, Guid? caller) => McpServer.Create(
        transport,
        new McpServerOptions
        {
            ServerInfo = new Implementation { Name = AppSchema.NameOf(app.Name, app.Id), Title = app.Name, Version = $"{app.Version}" },
            Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
            Handlers = new McpServerHandlers
            {
                ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [ToolOf(app)] }),
                CallToolHandler = (context, token) => CallAsync(app, caller, context.Params!, token),
            },
        },
        loggers);

    private static Tool ToolOf(AppSnapshot app) => new()
    {
        Name = AppSchema.NameOf(app.Name, app.Id),
        Title = app.Name,
        Description = app.Description.Length > 0 ? app.Description : app.Name,
        InputSchema = app.Mode == AppMode.Workflow
            ? AppSchema.Of(app)
            : AppSchema.Of(
                app,
                (Query, new JsonObject { ["type"] = "string", ["description"] = "What is asked." }, AppMode.IsChat(app.Mode)),
                (Conversation, new JsonObject { ["type"] = "string", ["description"] = "The conversation to go on with." }, false)),
    };

    private async ValueTask<CallToolResult> CallAsync(
        AppSnapshot app, Guid? key, CallToolRequestParams call, CancellationToken cancellationToken)
    {
        if (call.Name != AppSchema.NameOf(app.Name, app.Id))
        {
            throw new McpProtocolException($"There is no tool '{call.Name}' here.", McpErrorCode.InvalidParams);
        }

        var arguments = JsonSerializer.SerializeToElement(call.Arguments ?? new Dictionary<string, JsonElement>());
        var person = await endUsers.GetAsync(app.WorkspaceId, app.Id, EndUser, cancellationToken);
        try
        {
            return app.Mode == AppMode.Workflow
                ? await RunAsync(app, key, person, arguments, cancellationToken)
                : await AskAsync(app, key, person, arguments, cancellationToken);
        }
        catch (FaultException ex)
        {
            // The protocol's way to tell a model what it did wrong.
            return new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = ex.Fault.Detail }] };
        }
    }

    private async Task<CallToolResult> RunAsync(
        AppSnapshot app, Guid? key, Person person, JsonElement arguments, CancellationToken cancellationToken)
    {
        var caller = new Models.Gateway.ModelCaller(app.WorkspaceId, "app", app.Id, null, key, EndUser);
        var result = await new WorkflowTool(app, WorkflowSource.Mcp, inputs, workflows)
            .InvokeAsync(new ToolContext(caller, person), arguments, cancellationToken);
        return new CallToolResult { Content = [new TextContentBlock { Text = result.Text }], StructuredContent = result.Json };
    }

    private async Task<CallToolResult> AskAsync(
        AppSnapshot app, Guid? key, Person person, JsonElement arguments, CancellationToken cancellationToken)
    {
        var run = await chats.StartAsync(
            new ChatRequest(
                app, ChatSource.Api, person, EndUser, key, arguments.Member(Query).Text() ?? "", arguments,
                arguments.Member(Conversation).Text() is { Length: > 0 } text
                    ? Guid.TryParse(text, out var id) ? id : throw ConversationFaults.NotFound()
                    : null),
            cancellationToken);
        await using var stopping = cancellationToken.Register(() => run.Cancel(CancelReason.Stopped));
        return await run.Stream.End.WaitAsync(cancellationToken) switch
        {
            RunEvent.Ended end => new CallToolResult
            {
                Content = [new TextContentBlock { Text = end.Answer }],
                StructuredContent = JsonSerializer.SerializeToElement(
                    new { end.Answer, ConversationId = AppMode.IsChat(app.Mode) ? run.ConversationId : (Guid?)null }, Core.Json.Snake),
            },
            RunEvent.Failed { Failure: var failure }
                => new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = failure.Message }] },
            _ => throw new InvalidOperationException("An answer ends with another event."),
        };
    }
}
