using System.Text.Json;

namespace Middeck.ScriptedModel;

/// <summary>A request as it arrived.</summary>
public sealed class RecordedRequest(string path, string model, string? authorization, JsonElement body)
{
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Such as <c>/v1/chat/completions</c>.</summary>
    public string Path { get; } = path;

    /// <summary>The model's name as it was asked for.</summary>
    public string Model { get; } = model;

    /// <summary>The whole Authorization header.</summary>
    public string? Authorization { get; } = authorization;

    /// <summary>The body, of a form its fields with <c>file_name</c> and <c>bytes</c>; undefined for GET.</summary>
    public JsonElement Body { get; } = body;

    /// <summary>Completes when the caller closes the connection before the answer is complete.</summary>
    public Task Aborted => _aborted.Task;

    internal void MarkAborted() => _aborted.TrySetResult();
}
