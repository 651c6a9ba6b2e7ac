using System.Text.Json;
using System.Text.Json.Serialization;

namespace Middeck.Studio.Chat;

/// <summary>Asks an app in the console.</summary>
public sealed record AskApp
{
    /// <summary>The question; needed but for apps that only fill in a form.</summary>
    public string Query { get; init; } = "";

    /// <summary>What was filled in; counts only when a conversation begins.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary>The conversation to go on with; null begins one.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>
    /// The message that the question follows, to ask differently from there on. Left out: the last one that is shown. Null: none,
    /// so that the question stands beside the first one.
    /// </summary>
    public Guid? ParentId
    {
        get;
        init
        {
            field = value;
            HasParent = true;
        }
    }

    /// <summary>Whether <see cref="ParentId"/> was sent, be it as null.</summary>
    [JsonIgnore]
    public bool HasParent { get; private init; }

    /// <summary>
    /// Files to ask about: <c>[{"type": "image", "transfer_method": "local_file", "upload_file_id": "…"}]</c>, or with
    /// <c>remote_url</c> and <c>url</c>. The app's <c>file_upload</c> says what it takes.
    /// </summary>
    public JsonElement? Files { get; init; }

    /// <summary>Tries out the draft instead of the published version.</summary>
    public bool Draft { get; init; }

    /// <summary>Asks another model than the draft's: <c>{"provider": "…", "name": "…", "completion_params": {…}}</c>. Only with a draft.</summary>
    public JsonElement? Model { get; init; }
}
