using System.Text.Json;

namespace Middeck.Studio.Dify;

/// <summary>The body of <c>POST /v1/workflows/run</c>. Everything may be missing; what is needed is checked by hand, to name the field.</summary>
public sealed record DifyWorkflowRequest
{
    /// <summary>The variables of the start node.</summary>
    public JsonElement? Inputs { get; init; }

    /// <summary><c>blocking</c>, the default, or <c>streaming</c>.</summary>
    public string? ResponseMode { get; init; }

    /// <summary>The program's name for the person.</summary>
    public string? User { get; init; }

    /// <summary>What refers to files: <c>[{"type", "transfer_method", "url" | "upload_file_id"}]</c>.</summary>
    public JsonElement? Files { get; init; }
}
