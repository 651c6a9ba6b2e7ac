using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Nodes;

/// <summary>Asks a person by a form; the run waits until somebody answers or the time is over.</summary>
internal sealed class HumanInputNode : INodeExecutor
{
    public string Type => NodeTypes.HumanInput;

    public ValueTask<NodeResult> ExecuteAsync(NodeContext context, CancellationToken cancellationToken)
    {
        var settings = context.Node.Settings(HumanInputSettings.Read);
        if (context.Answer is not { } answer)
        {
            return ValueTask.FromResult(NodeResult.WaitFor(new(
                settings.Content.Render(context.Variables), settings.Inputs, settings.Actions, Defaults(settings, context), settings.Timeout)
            {
                Mails = [.. settings.Mails.Select(mail => mail.Render(context.Variables))],
            }));
        }

        var content = context.ShownForm?.Content ?? settings.Content.Render(context.Variables);
        if (answer.ActionId is not { } action)
        {
            context.Report(new HumanInputTimedOut(context.Clock.GetUtcNow(), context.Execution, context.ShownForm?.ExpiresAt));
            return ValueTask.FromResult(NodeResult.Success() with { Handle = HumanInputForm.TimeoutHandle });
        }

        var values = Defaults(settings, context);
        foreach (var (name, value) in answer.Inputs)
        {
            values[name] = value;
        }

        foreach (var (name, value) in values)
        {
            content = content.Replace($"{{{{#$output.{name}#}}}}", PromptText.Of(value), StringComparison.Ordinal);
        }

        var title = settings.Titles.GetValueOrDefault(action, "");
        context.Report(new HumanInputFilled(context.Clock.GetUtcNow(), context.Execution, content, action, title, answer));
        values["__action_id"] = Segment.Of(action);
        values["__action_value"] = Segment.Of(title);
        values["__rendered_content"] = Segment.Of(content);
        return ValueTask.FromResult(NodeResult.Success(values) with { Handle = action });
    }

    private static OrderedDictionary<string, Segment> Defaults(HumanInputSettings settings, NodeContext context)
    {
        var values = new OrderedDictionary<string, Segment>(StringComparer.Ordinal);
        foreach (var field in settings.Fields)
        {
            values[field.Name] = field.Default(context.Variables);
        }

        return values;
    }
}
