namespace Middeck.Studio.Annotations;

/// <summary>Makes an annotation: from a question and an answer, or from a message, whose own words hold for what is left out.</summary>
public sealed record CreateAnnotation
{
    /// <summary>What is asked, 1 to 2,000 characters.</summary>
    public string? Question { get; init; }

    /// <summary>What is answered, 1 to 20,000 characters.</summary>
    public string? Answer { get; init; }

    /// <summary>A message of the app.</summary>
    public Guid? MessageId { get; init; }
}
