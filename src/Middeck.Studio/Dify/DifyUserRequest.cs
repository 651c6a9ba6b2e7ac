namespace Middeck.Studio.Dify;

/// <summary>A body that holds nothing but the person.</summary>
public sealed record DifyUserRequest
{
    /// <summary>The program's name for the person.</summary>
    public string? User { get; init; }
}
