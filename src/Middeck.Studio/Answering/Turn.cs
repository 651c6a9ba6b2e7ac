using System.Collections.ObjectModel;
using System.Text.Json;
using Middeck.Models.Gateway;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Files;

namespace Middeck.Studio.Answering;

/// <summary>One question on its way to its answer: what the parts of an app that take part in it work with.</summary>
internal sealed class Turn(
    RunProgress progress, ModelCaller caller, JsonElement inputs, IReadOnlyList<ChatTurn> history)
{
    /// <summary>The run, with its request, its stream and the text that was written.</summary>
    public ChatRun Run => Progress.Run;

    /// <summary>What the app does.</summary>
    public AppConfig Config => Run.Request.App.Config;

    /// <summary>What the run has come to.</summary>
    public RunProgress Progress { get; } = progress;

    /// <summary>For whom models are called.</summary>
    public ModelCaller Caller { get; } = caller;

    /// <summary>The question, as the models are to see it.</summary>
    public string Query { get; set; } = progress.Run.Request.Query;

    /// <summary>What was filled in; parts may replace it by more.</summary>
    public JsonElement Inputs { get; set; } = inputs;

    /// <summary>The earlier turns that fit, oldest first; parts may replace them by fewer.</summary>
    public IReadOnlyList<ChatTurn> History { get; set; } = history;

    /// <summary>What the models get of the files of this turn and of the earlier ones.</summary>
    public IReadOnlyDictionary<Guid, Attachment> Attachments { get; set; } = ReadOnlyDictionary<Guid, Attachment>.Empty;

    /// <summary>What stands behind the app's own instruction, a paragraph each: what is remembered of the person, a summary.</summary>
    public List<string> Notes { get; } = [];
}
