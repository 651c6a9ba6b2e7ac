using System.ComponentModel.DataAnnotations;
using Middeck.Knowledge.Backends;
using Middeck.Storage;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Where the indexes of the knowledge bases are, and how much memory those of a node may take.</summary>
public sealed class SearchOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "search";

    private const long AtMost = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes, 16 MB or more. Default: a quarter of the machine's memory, at most 2 GB.</summary>
    [Range(16L * 1024 * 1024, long.MaxValue)]
    public long MemoryBytes { get; set; } = Math.Min(AtMost, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

    /// <summary>Who keeps the vectors: <c>memory</c>, <c>pgvector</c>, <c>weaviate</c> or <c>qdrant</c>.</summary>
    public VectorBackend VectorBackend { get; set; }

    /// <summary>Who keeps the words: <c>memory</c> or <c>opensearch</c>.</summary>
    public TextBackend TextBackend { get; set; }

    /// <summary>Seconds until a request to a back end is given up, 1 to 600. Default 30.</summary>
    [Range(1, 600)]
    public int BackendTimeout { get; set; } = 30;

    /// <summary>The mapping with the key <c>connection</c>: another PostgreSQL with pgvector. Empty: the platform's own database.</summary>
    public PgvectorOptions Pgvector { get; set; } = new();

    /// <summary>The mapping with the keys <c>url</c>, such as <c>http://weaviate:8080</c>, and <c>api_key</c>.</summary>
    public WeaviateOptions Weaviate { get; set; } = new();

    /// <summary>The mapping with the keys <c>url</c>, such as <c>http://qdrant:6333</c>, and <c>api_key</c>.</summary>
    public QdrantOptions Qdrant { get; set; } = new();

    /// <summary>The mapping with the keys <c>url</c>, such as <c>https://opensearch:9200</c>, <c>username</c> and <c>password</c>.</summary>
    public OpensearchOptions Opensearch { get; set; } = new();

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (VectorBackend == VectorBackend.Weaviate && !IsAddress(Weaviate.Url))
        {
            yield return Missing("weaviate", "search.weaviate.url", "http://weaviate:8080", nameof(VectorBackend));
        }

        if (VectorBackend == VectorBackend.Qdrant && !IsAddress(Qdrant.Url))
        {
            yield return Missing("qdrant", "search.qdrant.url", "http://qdrant:6333", nameof(VectorBackend));
        }

        if (TextBackend == TextBackend.Opensearch && !IsAddress(Opensearch.Url))
        {
            yield return Missing("opensearch", "search.opensearch.url", "https://opensearch:9200", nameof(TextBackend));
        }

        if (VectorBackend == VectorBackend.Pgvector && !IsConnection(Pgvector.Connection))
        {
            yield return new ValidationResult(
                "pgvector needs search.pgvector.connection to be an Npgsql connection string or a postgres:// URL, or empty.",
                [nameof(VectorBackend)]);
        }

        if (TextBackend == TextBackend.Opensearch && Opensearch.Username.Length > 0 != Opensearch.Password.Length > 0)
        {
            yield return new ValidationResult(
                "search.opensearch.username and search.opensearch.password must be given together.", [nameof(TextBackend)]);
        }
    }

    private static ValidationResult Missing(string backend, string key, string example, string member)
        => new($"{backend} needs {key}, an http or https URL without a user name, such as {example}.", [member]);

    // A user name in the URL would end up in messages; each product has keys of its own for it.
    private static bool IsAddress(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0;

    private static bool IsConnection(string connection)
    {
        if (connection.Length == 0)
        {
            return true;
        }

        try
        {
            PostgresUrl.ToConnectionString(connection);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
