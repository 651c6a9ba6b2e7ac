using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Studio.Agents;
using Middeck.Studio.Agents.React;
using Middeck.Studio.Configuration;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Agent;

/// <summary>Lets a model think, have tools called and look at what came out, step by step, until it answers.</summary>
internal sealed class AgentNode(
    IModelGateway models, ModelTalk talk, AgentToolboxes toolboxes, AgentNodeCalls calls, IOptions<StudioOptions> options) : INodeExecutor
{
    public string Type => NodeTypes.Agent;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var isReact = StrategyOf(context.Node);
        var settings = AgentNodeSettings.Read(context.Node.Data, context.Variables);
        var scope = RunScope.Of(context);
        var tools = await toolboxes.OpenAsync(scope.WorkspaceId, settings.Tools, cancellationToken);
        if (tools.Tools.FirstOrDefault(tool => tool.Tool is MissingTool) is { } missing)
        {
            throw new NodeException(
                "ToolNotFoundError", $"The tool '{missing.Tool.Info.Name}' of the agent is not on this platform. Choose another one, or add its provider to the tools of the workspace.");
        }

        var choice = await talk.ChooseAsync(scope.Caller, settings.Model, ModelType.Llm, cancellationToken);
        settings = settings with { Model = choice.Name };
        using var client = await models.ChatAsync(scope.Caller, choice.Name, cancellationToken);
        using var stage = new AgentNodeStage(context, settings, TimeSpan.FromSeconds(options.Value.SilenceTimeout), cancellationToken);
        var log = new AgentNodeLog(context);
        var inputs = new OrderedDictionary<string, Segment>
        {
            ["query"] = new HiddenSecrets(context.Variables).Hide(Segment.Of(settings.Query)),
            ["instruction"] = new HiddenSecrets(context.Variables).Hide(Segment.Of(settings.Instruction)),
            ["tools"] = Segment.Of([.. tools.Tools.Select(tool => Segment.Of(tool.Name))], SegmentType.ArrayString),
        };
        try
        {
            var files = await RunAsync(context, settings, isReact, stage, client, tools, log);
            return NodeResult.Success(new OrderedDictionary<string, Segment>
            {
                ["text"] = Segment.Of(stage.Text),
                ["files"] = Segment.Of(files, SegmentType.ArrayFile),
                ["json"] = log.All(),
                ["usage"] = stage.UsageValue,
            }) with
            { Inputs = inputs, Usage = stage.Usage, Metadata = MetadataOf(choice, log) };
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested && Explain(ex, stage) is { } failure)
        {
            return failure with { Inputs = inputs, Usage = stage.Usage, Metadata = MetadataOf(choice, log) };
        }
    }

    private static OrderedDictionary<string, Segment> MetadataOf(ModelChoice choice, AgentNodeLog log)
        => new(ModelFacts.Metadata(choice), StringComparer.Ordinal) { ["agent_log"] = log.All() };

    private NodeResult? Explain(Exception exception, AgentNodeStage stage) => exception switch
    {
        FaultException { Fault: var fault } => NodeResult.Failure("AgentInvocationError", fault.Detail),
        OperationCanceledException when stage.IsSilent => NodeResult.Failure(
            "AgentInvocationError", $"The model was silent for {options.Value.SilenceTimeout} seconds."),
        _ => null,
    };

    private static bool StrategyOf(GraphNode node)
    {
        if (node.Data.Member("agent_node_kind").Text() is { Length: > 0 } kind)
        {
            throw new NodeException(
                "AgentStrategyNotFoundError", $"Agents of the kind '{kind}' cannot run here. Use one with function calling or ReAct.");
        }

        var strategy = node.Data.Member("agent_strategy_name").Text() ?? "";
        return strategy.ToLowerInvariant() switch
        {
            "function_calling" or "function_call" => false,
            "react" or "cot" => true,
            _ => throw new NodeException(
                "AgentStrategyNotFoundError", $"The strategy '{strategy}' of the agent is not on this platform. Choose function calling or ReAct."),
        };
    }

    private async Task<List<Segment>> RunAsync(
        NodeContext context, AgentNodeSettings settings, bool isReact, AgentNodeStage stage, IChatClient client, AgentToolbox tools,
        AgentNodeLog log)
    {
        var prompt = PromptOf(context, settings);
        IAgentDialogue Written() => new ReactDialogue(stage, own: null, prompt, client, tools);
        var dialogue = isReact ? Written() : new FunctionCallDialogue(stage, prompt, client, tools);
        var files = new List<Segment>();
        for (var round = 1; ; round++)
        {
            var step = log.Begin($"ROUND {round}", parent: null, Segment.EmptyObject);
            var isLast = round > settings.MaxIterations;
            AgentMove move;
            try
            {
                move = await AskAsync(dialogue, isLast, settings, log, step.Id);
            }
            catch (FaultException ex) when (round == 1 && dialogue is FunctionCallDialogue && tools.Tools.Count > 0
                && FunctionCallDialogue.IsUnable(ex.Fault))
            {
                dialogue = Written();
                move = await AskAsync(dialogue, isLast, settings, log, step.Id);
            }
            catch (FaultException ex)
            {
                step.Fail(Segment.EmptyObject, ex.Fault.Detail);
                throw;
            }

            if (move.Requests.Count == 0)
            {
                step.Succeed(Data(("output", Segment.Of(move.Thought))));
                return files;
            }

            stage.PauseListening();
            var made = await calls.RunAsync(context, tools, move.Requests, log, step.Id, stage.Token);
            files.AddRange(made.SelectMany(one => one.Files));
            dialogue.Tell([.. made.Select(one => one.Observation)]);
            step.Succeed(Data(
                ("output", Segment.Of(move.Thought)),
                ("tools", Segment.Of([.. move.Requests.Select(request => Segment.Of(request.Name))], SegmentType.ArrayString))));
        }
    }

    private static async Task<AgentMove> AskAsync(
        IAgentDialogue dialogue, bool isLast, AgentNodeSettings settings, AgentNodeLog log, string parent)
    {
        var step = log.Begin($"{settings.Model ?? "Model"} Thought", parent, Segment.EmptyObject);
        try
        {
            var move = await dialogue.AskAsync(isLast);
            step.Succeed(Data(
                ("output", Segment.Of(move.Thought)),
                ("tool_calls", Segment.Of([.. move.Requests.Select(request => Segment.Of(request.Name))], SegmentType.ArrayString))));
            return move;
        }
        catch (FaultException ex)
        {
            step.Fail(Segment.EmptyObject, ex.Fault.Detail);
            throw;
        }
    }

    private List<ChatMessage> PromptOf(NodeContext context, AgentNodeSettings settings)
    {
        var prompt = new List<ChatMessage>();
        if (!string.IsNullOrWhiteSpace(settings.Instruction))
        {
            prompt.Add(new ChatMessage(ChatRole.System, settings.Instruction));
        }

        foreach (var earlier in NodeMemory.Read(context.Node.Data.Member("memory"))?.Of(RunScope.Of(context), options.Value) ?? [])
        {
            prompt.Add(new ChatMessage(ChatRole.User, earlier.Query));
            prompt.Add(new ChatMessage(ChatRole.Assistant, earlier.Answer));
        }

        prompt.Add(new ChatMessage(ChatRole.User, settings.Query));
        return prompt;
    }

    private static Segment Data(params (string Name, Segment Value)[] fields)
        => Segment.Of(new OrderedDictionary<string, Segment>(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
}
