using Microsoft.Extensions.AI;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Answering;

/// <summary>Writes the answer by asking models, in the way of one kind of apps.</summary>
internal interface IAnswerer
{
    /// <summary>Whether it answers for an app. The first that does is taken.</summary>
    bool Answers(AppSnapshot app);

    /// <summary>Whether it looks for passages itself, when it needs them; else they are found beforehand.</summary>
    bool SearchesItself(Turn turn) => false;

    /// <summary>Writes the answer into the turn's progress, text by text.</summary>
    /// <param name="turn">The question, prepared.</param>
    /// <param name="prompt">What the model is told.</param>
    /// <param name="client">The app's model.</param>
    /// <param name="limits">What ends the run; its silence is restarted by whatever is heard.</param>
    Task AnswerAsync(Turn turn, IReadOnlyList<ChatMessage> prompt, IChatClient client, RunLimits limits);
}
