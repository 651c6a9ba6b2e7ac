using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Llm;

/// <summary>One running of an <c>llm</c> node, from its prompt to its result.</summary>
internal sealed class LlmCall(ModelTalk talk, NodeContext context, LlmSettings settings, ModelChoice choice, LlmPrompt prompt)
{
    private readonly ChatOptions _options = settings.Model.Options(context.Variables);
    private NodeAnswerText _text = new(settings.SeparatesThoughts, piece => context.Stream("text", piece), context.Reason);
    private IReadOnlyList<ChatMessage> _told = prompt.Messages;
    private RunUsage _usage = new(0, 0, null, 0);
    private string? _finishReason;

    public async Task<NodeResult> AskAsync(CancellationToken cancellationToken)
    {
        await AskAsync(_options, cancellationToken);
        return Result(NodeResult.Success(Outputs()));
    }

    public async Task<NodeResult> AskAsync(StructuredAnswer structured, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(structured.Ask(_options), cancellationToken);
        }
        catch (FaultException ex) when (ProviderRefusal.Names(ex.Fault, "response_format", "json_schema", "schema", "format"))
        {
            _told = structured.Ask(prompt.Messages);
            await AskAsync(_options, cancellationToken);
        }

        var (value, fault) = structured.Read(_text.Text);
        if (value is null && !BuiltinModel.Is(choice.Name))
        {
            // Once more in words: many providers take the schema and do not look at it.
            _told = structured.AskAgain(prompt.Messages, _text.Text, fault);
            _text = new NodeAnswerText(settings.SeparatesThoughts, static _ => { }, context.Reason);
            await AskAsync(_options, cancellationToken);
            (value, fault) = structured.Read(_text.Text);
        }

        if (value is null)
        {
            return Result(NodeResult.Failure("OutputParserError", $"Failed to parse structured output: {fault}"));
        }

        var outputs = Outputs();
        outputs["structured_output"] = value;
        return Result(NodeResult.Success(outputs));
    }

    /// <summary>A result with all that is known of the call.</summary>
    public NodeResult Result(NodeResult result) => result with
    {
        Inputs = prompt.Inputs,
        ProcessData = ModelFacts.Process(context, settings.Model, choice, _told, _usage, _finishReason),
        Metadata = ModelFacts.Metadata(choice),
        Usage = ModelFacts.Sum(_usage),
    };

    private async Task AskAsync(ChatOptions options, CancellationToken cancellationToken)
    {
        var answer = await talk.AskAsync(RunScope.Of(context).Caller, choice, _told, options, _text.Take, cancellationToken);
        _text.End();
        _usage += answer.Usage;
        _finishReason = answer.FinishReason;
    }

    private OrderedDictionary<string, Segment> Outputs() => new(StringComparer.Ordinal)
    {
        ["text"] = Segment.Of(_text.Text),
        ["reasoning_content"] = Segment.Of(_text.Thoughts),
        ["usage"] = ModelFacts.Usage(_usage),
        ["finish_reason"] = Segment.Of(_finishReason),
        ["files"] = Segment.Of([], SegmentType.ArrayFile),
    };
}
