using System.Globalization;
using System.Numerics.Tensors;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Evaluation.Judges;

/// <summary>Compares an answer with the expected one by the vectors of an embedding model; the built-in one compares their words.</summary>
internal sealed class SimilarityJudge(IModelGateway models) : IAnswerJudge
{
    private const int Longest = 8_000;

    public async Task<IReadOnlyList<Verdict>> JudgeAsync(
        JudgedAnswer answer, JudgeSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Similarity is not { } similarity || answer.Expected is not { } expected)
        {
            return [];
        }

        var model = await models.EmbeddingsAsync(answer.Caller, similarity.EmbeddingModel, cancellationToken);
        using var generator = model.Generator;
        var vectors = await generator.GenerateAsync([Cut(expected), Cut(answer.Answer)], options: null, cancellationToken);
        var cosine = TensorPrimitives.CosineSimilarity(vectors[0].Vector.Span, vectors[1].Vector.Span);
        // A text without a word has a vector of zeros, whose cosine is no number.
        var score = float.IsFinite(cosine) ? Math.Round(Math.Clamp(cosine, 0, 1), 4) : 0;
        return
        [
            new Verdict(
                JudgeKind.Similarity, score >= similarity.Threshold, score,
                FormattableString.Invariant($"Its nearness to the expected answer is {score:0.00}, needed {similarity.Threshold:0.00}."))
            {
                Value = similarity.Threshold.ToString("0.00", CultureInfo.InvariantCulture),
            },
        ];
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
