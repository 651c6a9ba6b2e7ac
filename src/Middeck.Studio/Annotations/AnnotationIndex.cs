using System.Numerics.Tensors;

namespace Middeck.Studio.Annotations;

/// <summary>The questions of an app's annotations in memory: their words, and their vectors. Not changed any more once it is read.</summary>
internal sealed class AnnotationIndex(AnnotationReplySettings settings)
{
    private const int BytesPerEntry = 150;

    private readonly Dictionary<string, Guid> _byWords = [];
    private readonly Dictionary<string, List<(Guid Id, float[] Vector)>> _byModel = [];

    public static AnnotationIndex Off { get; } = new(AnnotationReplySettings.None);

    public AnnotationReplySettings Settings { get; } = settings;

    /// <summary>About how much memory it takes.</summary>
    public long Bytes { get; private set; } = BytesPerEntry;

    public void Add(Guid id, string question, float[]? vector, string? key)
    {
        var words = AnnotationKey.Of(question);
        // The newer of two that ask the same.
        _byWords[words] = id;
        Bytes += BytesPerEntry + (words.Length * sizeof(char));
        if (vector is not null && key is not null)
        {
            if (!_byModel.TryGetValue(key, out var vectors))
            {
                _byModel[key] = vectors = [];
            }

            vectors.Add((id, vector));
            Bytes += BytesPerEntry + (vector.Length * sizeof(float));
        }
    }

    /// <summary>Whether there is anything to compare vectors with.</summary>
    public bool HasVectors => _byModel.Count > 0;

    /// <summary>The annotation that asks the same words.</summary>
    public AnnotationMatch? Same(string question)
        => AnnotationKey.Of(question) is { Length: > 0 } words && _byWords.TryGetValue(words, out var id)
            ? new AnnotationMatch(id, 1)
            : null;

    /// <summary>The annotation whose vector of the same model is nearest; null when there is none.</summary>
    public AnnotationMatch? Nearest(string key, float[] asked)
    {
        if (!_byModel.TryGetValue(key, out var vectors))
        {
            return null;
        }

        AnnotationMatch? best = null;
        foreach (var (id, vector) in vectors)
        {
            // A text without a word has a vector of zeros, whose cosine is no number and never larger.
            if (vector.Length == asked.Length && TensorPrimitives.CosineSimilarity(asked, vector) is var score
                && score > (best?.Score ?? 0))
            {
                best = new AnnotationMatch(id, Math.Min(score, 1));
            }
        }

        return best;
    }
}
