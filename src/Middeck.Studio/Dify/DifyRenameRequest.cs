namespace Middeck.Studio.Dify;

/// <summary>The body of <c>POST /v1/conversations/{id}/name</c>.</summary>
public sealed record DifyRenameRequest
{
    /// <summary>The new name.</summary>
    public string? Name { get; init; }

    /// <summary>Names it after its first question instead.</summary>
    public bool? AutoGenerate { get; init; }

    /// <summary>The program's name for the person.</summary>
    public string? User { get; init; }
}
