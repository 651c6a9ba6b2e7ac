using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;
using Middeck.Knowledge;
using Middeck.Models.Gateway;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Workflows.Nodes.Retrieval;

/// <summary>Has a model choose the knowledge base that a question is for, by their names and descriptions.</summary>
internal sealed class BaseChooser(ModelTalk talk)
{
    private const string Work =
        """
        You choose where to look for what answers the question between <question> and </question>. Choose the one knowledge base that
        most likely holds it; never answer the question yourself. Answer with JSON alone: {"number": 1}

        The knowledge bases:
        """;

    /// <returns>The base (the first when the model names none), and what choosing it took.</returns>
    public async Task<(KnowledgeBaseTopic Base, RunUsage Usage, ModelChoice? Model)> ChooseAsync(
        NodeContext context,
        NodeModel model,
        IReadOnlyList<KnowledgeBaseTopic> bases,
        string query,
        CancellationToken cancellationToken)
    {
        var caller = RunScope.Of(context).Caller;
        var choice = bases.Count == 1 ? null : await talk.ChooseAsync(caller, model.Name, ModelType.Llm, cancellationToken);
        if (choice is null || BuiltinModel.Is(choice.Name))
        {
            return (bases[0], new RunUsage(0, 0, null, 0), choice);
        }

        var list = new StringBuilder(Work);
        for (var i = 0; i < bases.Count; i++)
        {
            list.Append(CultureInfo.InvariantCulture, $"\n{i + 1}. {bases[i].Name}");
            list.Append(bases[i].Description.Length > 0 ? $": {bases[i].Description}" : "");
        }

        var answer = await talk.AskAsync(
            caller,
            choice,
            [new(ChatRole.System, list.ToString()), new(ChatRole.User, $"<question>\n{query}\n</question>")],
            model.Options(context.Variables),
            hear: null,
            cancellationToken);
        return (Read(answer.Text, bases) ?? bases[0], answer.Usage, choice);
    }

    private static KnowledgeBaseTopic? Read(string answer, IReadOnlyList<KnowledgeBaseTopic> bases)
    {
        var named = ModelJson.LooseObject(answer).Member("number");
        var number = named.WholeNumber()
            ?? (int.TryParse(named.Text(), CultureInfo.InvariantCulture, out var written) ? written : 0);
        return number >= 1 && number <= bases.Count ? bases[number - 1] : null;
    }
}
