using System.Text.Json;
using Middeck.Storage.Sql;
using Middeck.Studio.Apps;
using Middeck.Studio.Calls;
using Middeck.Studio.Conversations;
using Middeck.Studio.Logs;

namespace Middeck.Studio.Chat;

/// <summary>Asks an app.</summary>
/// <param name="App">The app in the form in which it is run: a published version, or the draft.</param>
/// <param name="Source">Where the question came from.</param>
/// <param name="Person">Who asks.</param>
/// <param name="EndUser">The app's own name for the person; null in the console.</param>
/// <param name="KeyId">The key that was shown; null for people.</param>
/// <param name="Query">The question.</param>
/// <param name="Inputs">What was filled in; counts only when a conversation begins.</param>
/// <param name="ConversationId">The conversation to go on with; null begins one.</param>
/// <param name="NameFromQuery">Whether a new conversation is named after the question.</param>
internal sealed record ChatRequest(
    AppSnapshot App,
    ChatSource Source,
    Person Person,
    string? EndUser,
    Guid? KeyId,
    string Query,
    JsonElement Inputs,
    Guid? ConversationId,
    bool NameFromQuery = true)
{
    /// <summary>The message before the question; null for the last one of the branch that is read.</summary>
    public MessageParent? Parent { get; init; }

    /// <summary>What refers to the question's files, as the client wrote it: a list; undefined for none.</summary>
    public JsonElement Files { get; init; }

    /// <summary>The talk before the question, when the caller sends it along; null where the conversation is remembered here.</summary>
    public GivenTalk? Talk { get; init; }

    /// <summary>The message that is asked again, with its files; null for a new question.</summary>
    public Guid? RepeatOf { get; init; }

    /// <summary>Whether a draft is tried out.</summary>
    public bool IsDraft => App.Version is null;

    /// <summary>Where the conversation takes place, in the word of the logs: what is tried out has one of its own.</summary>
    public string Place => IsDraft && Source == ChatSource.Console ? LogSource.Preview : SnakeCase.Of(Source.ToString());
}
