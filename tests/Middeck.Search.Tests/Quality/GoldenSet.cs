namespace Middeck.Search.Tests.Quality;

/// <summary>
/// Passages and questions with the one passage that answers each, one per line, tab between id and text.
/// </summary>
internal sealed record GoldenSet(
    IReadOnlyList<(string Id, string Text)> Passages,
    IReadOnlyList<(string Id, string Text)> Questions)
{
    public static GoldenSet Load(string language)
        => new(Lines($"{language}.passages.tsv"), Lines($"{language}.questions.tsv"));

    /// <summary>
    /// The mean over all questions of one divided by the place of the right passage among the first ten, else 0.
    /// </summary>
    public double MeanReciprocalRank(Func<string, IReadOnlyList<ScoredId>> search)
        => Questions.Average(question =>
        {
            var place = search(question.Text).Take(10).ToList().FindIndex(hit => hit.Id == IdOf(question.Id));
            return place < 0 ? 0 : 1.0 / (place + 1);
        });

    public Guid IdOf(string passage) => Numbered.Id(Passages.ToList().FindIndex(other => other.Id == passage));

    private static List<(string Id, string Text)> Lines(string resource)
    {
        using var stream = typeof(GoldenSet).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t'))
                .Select(parts => (parts[0], parts[1])),
        ];
    }
}
