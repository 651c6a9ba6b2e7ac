using System.Text;
using Microsoft.Extensions.AI;
using Middeck.Models.Gateway;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Suggestions;

/// <summary>Asks a model for questions that the person could ask next.</summary>
internal sealed class QuestionMaker(ModelAsk ask)
{
    public const int Most = 3;

    private const int LongestQuestion = 200;
    private const int LongestPart = 4_000;

    private const string Usual =
        "They follow from what was said, are short, and are written as the person would write them.";

    /// <summary>At most three; none when the model answered with something else than a list.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>models.*</c>.</exception>
    public async Task<IReadOnlyList<string>> MakeAsync(
        ModelCaller caller,
        string? model,
        SuggestionSettings settings,
        IReadOnlyList<ChatTurn> turns,
        CancellationToken cancellationToken)
    {
        var said = await ask.AskAsync(
            caller,
            model,
            [
                new ChatMessage(
                    ChatRole.System,
                    $"""
                    Suggest {Most} questions that the person could ask next. {settings.Prompt ?? Usual}
                    Write them in the language of the conversation.
                    Answer with a JSON list of {Most} strings and nothing else.
                    """),
                new ChatMessage(ChatRole.User, Conversation(turns)),
            ],
            ModelSettings.Read(settings.CompletionParams),
            cancellationToken);
        return
        [
            .. ModelJson.List(said).Texts().Select(question => question.Trim())
                .Where(question => question.Length is > 0 and <= LongestQuestion && StorableJson.IsStorable(question))
                .Distinct().Take(Most),
        ];
    }

    private static string Conversation(IReadOnlyList<ChatTurn> turns)
    {
        var text = new StringBuilder();
        foreach (var turn in turns)
        {
            text.Append("Person: ").AppendLine(Cut(turn.Query)).Append("Assistant: ").AppendLine(Cut(turn.Answer));
        }

        return text.ToString();
    }

    private static string Cut(string text) => text.Length <= LongestPart ? text : text[..LongestPart];
}
