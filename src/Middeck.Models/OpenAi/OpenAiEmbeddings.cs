using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Core;
using Middeck.Models.Catalogue;
using Middeck.Models.Upstream;

namespace Middeck.Models.OpenAi;

/// <summary><c>POST embeddings</c>, in batches of which a few are under way at once; the answer has the texts' order.</summary>
internal sealed class OpenAiEmbeddings(
    UpstreamClient upstream, ProviderConnection connection, string model, ModelsOptions options)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? generation = null, CancellationToken cancellationToken = default)
    {
        string[][] batches = [.. values.Chunk(BatchSize())];
        var vectors = new float[batches.Length][][];
        var tokens = new long?[batches.Length];
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = options.EmbeddingConcurrency,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(0, batches.Length, parallel, async (i, token)
            => (vectors[i], tokens[i]) = await EmbedAsync(batches[i], generation?.Dimensions, token));

        return new GeneratedEmbeddings<Embedding<float>>(
            vectors.SelectMany(batch => batch).Select(vector => new Embedding<float>(vector) { ModelId = model }))
        {
            // One batch without a count makes the sum worthless.
            Usage = tokens.Contains(null) ? null : new UsageDetails { InputTokenCount = tokens.Sum() },
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
        => serviceType == typeof(EmbeddingGeneratorMetadata)
            ? new EmbeddingGeneratorMetadata(connection.Name, connection.BaseUri, model)
            : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Connections belong to the HTTP client's pool.
    }

    // Alibaba's endpoint refuses more than ten texts, which its OpenAI-compatible mode does not say in a machine's words.
    private int BatchSize()
        => connection.BaseUri.Host.EndsWith("dashscope.aliyuncs.com", StringComparison.OrdinalIgnoreCase)
            ? Math.Min(10, options.EmbeddingBatch)
            : options.EmbeddingBatch;

    private async Task<(float[][] Vectors, long? Tokens)> EmbedAsync(
        string[] texts, int? dimensions, CancellationToken cancellationToken)
    {
        using var answer = await JsonAnswer.AskAsync(
            upstream, connection, "embeddings", Write(texts, dimensions), cancellationToken);
        var vectors = Read(answer.RootElement, texts.Length);
        var tokens = answer.RootElement.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object
            ? TokenUsage.Read(usage).InputTokenCount
            : null;
        return (vectors, tokens);
    }

    private byte[] Write(string[] texts, int? dimensions)
    {
        // "float" although base64 is smaller: not every server that copies the API knows the other.
        var body = new Dictionary<string, object> { ["model"] = model, ["input"] = texts, ["encoding_format"] = "float" };
        if (dimensions is { } number)
        {
            body["dimensions"] = number;
        }

        return JsonSerializer.SerializeToUtf8Bytes(body, Json.Snake);
    }

    private float[][] Read(JsonElement body, int count)
    {
        var vectors = new float[count][];
        try
        {
            foreach (var item in body.GetProperty("data").EnumerateArray())
            {
                vectors[item.GetProperty("index").GetInt32()] =
                    [.. item.GetProperty("embedding").EnumerateArray().Select(value => value.GetSingle())];
            }
        }
        catch (Exception ex) when (ex is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw UpstreamFaults.Nonsense(connection, "something else than embeddings", ex);
        }

        var length = vectors.FirstOrDefault()?.Length ?? 0;
        return Array.TrueForAll(vectors, vector => vector?.Length == length && length > 0)
            ? vectors
            : throw UpstreamFaults.Nonsense(connection, $"other than one embedding of one length for each of {count} texts");
    }
}
