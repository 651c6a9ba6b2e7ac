namespace Middeck.Studio.Annotations;

/// <summary>Changes an annotation; what is left out stays.</summary>
public sealed record UpdateAnnotation
{
    /// <summary>What is asked, 1 to 2,000 characters.</summary>
    public string? Question { get; init; }

    /// <summary>What is answered, 1 to 20,000 characters.</summary>
    public string? Answer { get; init; }
}
