using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Studio.Chat;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Classify;

/// <summary>
/// Has a model sort a text into one of several classes; the edges of that class are taken. A model that names none has chosen the
/// first.
/// </summary>
internal sealed class ClassifierNode(ModelTalk talk, NodeQuestions questions, IOptions<StudioOptions> options) : INodeExecutor
{
    public string Type => NodeTypes.QuestionClassifier;

    public async ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var settings = context.Node.Settings(ClassifierSettings.Read);
        if (settings.Classes.Count == 0)
        {
            throw new NodeException("QuestionClassifierNodeError", "The node has no classes to choose from. Write them in the node.");
        }

        var scope = RunScope.Of(context);
        var choice = await talk.ChooseAsync(scope.Caller, settings.Model.Name, ModelType.Llm, cancellationToken);
        var query = PromptText.Of(context.Variables.Find(settings.Query) ?? Segment.Empty);
        // Names may say what belongs there by a variable.
        List<TextClass> classes =
            [.. settings.Classes.Select(one => one with { Name = TextTemplate.Parse(one.Name).Render(context.Variables) })];
        var conversation = settings.Memory is { } memory ? memory.TextOf(memory.Of(scope, options.Value)) : "";
        IReadOnlyList<ChatMessage> prompt =
        [
            new(ChatRole.System, ClassifierPrompt.System(
                classes, TextTemplate.Parse(settings.Instruction).Render(context.Variables), conversation)),
            await questions.WriteAsync(context, ClassifierPrompt.User(query), settings.Vision, cancellationToken),
        ];
        var (usage, finishReason) = (new RunUsage(0, 0, null, 0), (string?)null);
        try
        {
            var answer = await talk.AskAsync(
                scope.Caller, choice, prompt, settings.Model.Options(context.Variables), hear: null, cancellationToken);
            (usage, finishReason) = (answer.Usage, answer.FinishReason);
            var chosen = ClassReader.Read(answer.Text, classes);
            return Result(Chosen(chosen ?? classes[0], usage), chosen is null);
        }
        catch (FaultException ex)
        {
            return Result(NodeResult.Failure(ex.Fault.Code, ex.Fault.Detail), isFirst: false);
        }

        NodeResult Result(NodeResult result, bool isFirst)
        {
            var process = ModelFacts.Process(context, settings.Model, choice, prompt, usage, finishReason);
            if (isFirst)
            {
                process["middeck_note"] = Segment.Of("The model's answer names none of the classes, so the first one was taken.");
            }

            return result with
            {
                Inputs = new Dictionary<string, Segment> { ["query"] = new HiddenSecrets(context.Variables).Hide(Segment.Of(query)) },
                ProcessData = process,
                Metadata = ModelFacts.Metadata(choice),
                Usage = ModelFacts.Sum(usage),
            };
        }
    }

    private static NodeResult Chosen(TextClass one, RunUsage usage)
        => NodeResult.Success(new OrderedDictionary<string, Segment>(StringComparer.Ordinal)
        {
            ["class_name"] = Segment.Of(one.Name),
            ["class_label"] = Segment.Of(one.Label ?? ""),
            ["class_id"] = Segment.Of(one.Id),
            ["usage"] = ModelFacts.Usage(usage),
        }) with
        { Handle = one.Id };
}
