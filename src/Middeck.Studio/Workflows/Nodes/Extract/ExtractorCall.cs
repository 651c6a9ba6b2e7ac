using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Studio.Agents;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Extract;

/// <summary>One running of a <c>parameter-extractor</c> node.</summary>
internal sealed class ExtractorCall(
    ModelTalk talk,
    NodeContext context,
    ExtractorSettings settings,
    ModelChoice choice,
    string query,
    ChatMessage question,
    string conversation)
{
    private readonly JsonElement _schema = settings.Schema();
    private readonly string _instruction = TextTemplate.Parse(settings.Instruction).Render(context.Variables);
    private IReadOnlyList<ChatMessage> _told = [];
    private ModelAnswer? _answer;
    private bool _byFunction = settings.ByFunction;

    public async Task<NodeResult> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            await AskOnceAsync(cancellationToken);
        }
        catch (FaultException ex) when (_byFunction && FunctionCallDialogue.IsUnable(ex.Fault))
        {
            _byFunction = false;
            await AskOnceAsync(cancellationToken);
        }

        var (values, fault) = ParameterValues.Read(settings.Parameters, Found(_answer!));
        values["__is_success"] = Segment.Of(fault is null ? 1 : 0);
        values["__reason"] = Segment.Of(fault);
        values["__usage"] = ModelFacts.Usage(_answer!.Usage);
        return Result(NodeResult.Success(values));
    }

    /// <summary>A result with all that is known of the call.</summary>
    public NodeResult Result(NodeResult result)
    {
        var usage = _answer?.Usage ?? new RunUsage(0, 0, null, 0);
        var process = ModelFacts.Process(context, settings.Model, choice, _told, usage, _answer?.FinishReason);
        process["function"] = _byFunction
            ? SegmentJson.Read(JsonSerializer.SerializeToElement(new { name = "extract_parameters", parameters = _schema }, Json.Snake))
            : Segment.EmptyObject;
        process["tool_call"] = _answer?.Calls is [var call, ..]
            ? SegmentJson.Read(JsonSerializer.SerializeToElement(
                new { id = call.CallId, type = "function", function = new { name = call.Name, arguments = Written(call) } }, Json.Snake))
            : Segment.None;
        var secrets = new HiddenSecrets(context.Variables);
        return result with
        {
            Inputs = new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
            {
                ["query"] = secrets.Hide(Segment.Of(query)),
                ["parameters"] = SegmentJson.Read(context.Node.Data.GetProperty("parameters")),
                ["instruction"] = secrets.Hide(Segment.Of(_instruction)),
            },
            ProcessData = process,
            Metadata = ModelFacts.Metadata(choice),
            Usage = ModelFacts.Sum(usage),
        };
    }

    private async Task AskOnceAsync(CancellationToken cancellationToken)
    {
        var options = settings.Model.Options(context.Variables);
        if (_byFunction)
        {
            options.Tools = [new ExtractFunction(_schema)];
        }

        _told =
        [
            new ChatMessage(ChatRole.System, ExtractorPrompt.System(_byFunction ? null : _schema, _instruction, conversation)),
            question,
        ];
        _answer = await talk.AskAsync(
            RunScope.Of(context).Caller, choice, _told, options, hear: null, cancellationToken);
    }

    // Models that have no functions, or do not feel like calling one, write the object down.
    private static JsonElement? Found(ModelAnswer answer)
    {
        foreach (var call in answer.Calls)
        {
            if (ModelJson.LooseObject(Written(call)) is { } arguments)
            {
                return arguments;
            }
        }

        return ModelJson.LooseObject(answer.Text);
    }

    private static string Written(FunctionCallContent call)
        => call.RawRepresentation as string ?? JsonSerializer.Serialize(call.Arguments, Json.Snake);
}
