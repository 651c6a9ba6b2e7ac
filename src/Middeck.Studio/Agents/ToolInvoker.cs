using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Agents;

/// <summary>Calls a tool for an agent: ends what takes too long, and has words for what goes wrong.</summary>
internal sealed partial class ToolInvoker(IOptions<StudioOptions> options, TimeProvider clock, ILogger<ToolInvoker> logger)
{
    /// <exception cref="FaultException">What the tool throws, or that it took too long.</exception>
    public async Task<ToolResult> InvokeAsync(
        ToolContext context, BoundTool tool, JsonElement given, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.ToolTimeout), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await tool.Tool.InvokeAsync(context, tool.Complete(given), either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw ToolFaults.Failed($"The tool took longer than {options.Value.ToolTimeout} seconds and was ended.");
        }
    }

    /// <summary>What a model is told of a failure; null where the run has to end with it.</summary>
    public string? Explain(Exception exception, BoundTool tool, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            // The app cannot do what its maker meant: the run says so instead of going on.
            case FaultException when tool.Tool is MissingTool:
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                return null;
            case FaultException { Fault: var fault }:
                return fault.Detail;
            default:
                LogFailed(exception, tool.Name);
                return "The tool failed unexpectedly.";
        }
    }

    /// <summary>As much of a result as a model is shown.</summary>
    public string Cut(string text)
    {
        var most = options.Value.ToolResultLength;
        return text.Length <= most
            ? text
            : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}\n… (cut: {text.Length:N0} characters in all)";
    }

    public static string Unknown(AgentToolbox tools, AgentRequest request)
        => $"There is no tool '{request.Name}'. There are: {tools.Names}.";

    public static string NotJson(BoundTool tool, AgentRequest request)
    {
        var written = request.Text.Length <= 200 ? request.Text : request.Text[..200] + "…";
        return $"The arguments are not a JSON object: {written}\n"
            + $"Call the tool again with an object of this schema: {tool.JsonSchema.GetRawText()}";
    }

    [LoggerMessage(LogLevel.Warning, "The tool {Tool} of an agent failed unexpectedly.")]
    private partial void LogFailed(Exception exception, string tool);
}
