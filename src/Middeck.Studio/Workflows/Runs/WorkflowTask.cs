using System.Text.Json;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>A run that this node has taken up, with what is needed to go on with it.</summary>
/// <param name="Row">The run.</param>
/// <param name="KeyId">The key that it was started with.</param>
/// <param name="Start">What it began with, as JSON.</param>
/// <param name="Attempted">Nodes that must not be done twice and had begun.</param>
/// <param name="Attempts">How often nodes have taken it up, this time too.</param>
/// <param name="StopRequested">Whether somebody wants it to stop.</param>
/// <param name="Config">What it does; null when that is gone.</param>
/// <param name="Name">The app's name.</param>
/// <param name="Description">What the app is for.</param>
/// <param name="Mode">The app's kind.</param>
internal sealed record WorkflowTask(
    WorkflowRow Row,
    Guid? KeyId,
    string Start,
    IReadOnlyList<string> Attempted,
    int Attempts,
    bool StopRequested,
    JsonElement? Config,
    string Name,
    string Description,
    string Mode);
