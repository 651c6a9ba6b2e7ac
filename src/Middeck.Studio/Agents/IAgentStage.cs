using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Middeck.Studio.Agents;

/// <summary>Where an agent speaks: an answer in a conversation, or a node of a workflow.</summary>
internal interface IAgentStage
{
    /// <summary>The model's own settings, such as <c>temperature</c>.</summary>
    JsonElement? CompletionParams { get; }

    /// <summary>What was asked; its language is that of our own words.</summary>
    string Query { get; }

    /// <summary>Whether any text was written.</summary>
    bool HasText { get; }

    /// <summary>Ends the work.</summary>
    CancellationToken Token { get; }

    /// <summary>Adds text to the answer.</summary>
    void Write(string text);

    /// <summary>Takes in what a model told of its tokens and its end. Whatever is heard restarts its silence.</summary>
    void Hear(ChatResponseUpdate update);

    /// <summary>The model is asked: from now on its silence counts.</summary>
    void BeginToListen();
}
