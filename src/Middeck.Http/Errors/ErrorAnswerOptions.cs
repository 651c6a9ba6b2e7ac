namespace Middeck.Http.Errors;

/// <summary>How much answers to failed requests tell.</summary>
public sealed class ErrorAnswerOptions
{
    /// <summary>Whether an answer 500 names the exception. It may hold anything, so only for development.</summary>
    public bool ShowsCause { get; set; }
}
