using Middeck.Studio.Configuration;

namespace Middeck.Studio.Annotations;

/// <summary>A question and its answer as they may be kept.</summary>
/// <param name="Question">1 to 2,000 characters.</param>
/// <param name="Answer">1 to 20,000 characters.</param>
internal sealed record AnnotationText(string Question, string Answer)
{
    public const int LongestQuestion = 2_000;
    public const int LongestAnswer = 20_000;

    /// <exception cref="Core.Errors.FaultException"><c>annotations.invalid_text</c> with the field.</exception>
    public static AnnotationText Of(string? question, string? answer)
    {
        var text = new AnnotationText(question?.Trim() ?? "", answer?.Trim() ?? "");
        return text.Wrong() is var (field, rule) ? throw AnnotationFaults.InvalidText(field, rule) : text;
    }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public (string Field, string Rule)? Wrong()
        => Wrong("question", Question, LongestQuestion) ?? Wrong("answer", Answer, LongestAnswer);

    private static (string Field, string Rule)? Wrong(string field, string text, int longest)
        => text.Length == 0 ? (field, "is needed")
            : text.Length > longest ? (field, $"may have at most {longest:N0} characters")
            : StorableJson.IsStorable(text) ? null
            : (field, "holds a character that cannot be kept, such as NUL");
}
