using System.Net;
using System.Text.Json;
using Middeck.Knowledge.Backends.Http;

namespace Middeck.Knowledge.Backends.Weaviate;

/// <summary>Makes and looks up the classes.</summary>
internal sealed class WeaviateSchema(BackendClient client)
{
    /// <summary>The property that holds an object's document.</summary>
    public const string DocumentField = "documentId";

    private static readonly string[] TextType = ["text"];

    /// <summary>The length of the vectors in a class of ours; null when there is no such class.</summary>
    public async Task<int?> DimensionsAsync(string name, CancellationToken cancellationToken)
    {
        var get = new BackendRequest(HttpMethod.Get, $"schema/{name}") { Expected = [HttpStatusCode.NotFound] };
        var answer = await client.SendAsync(get, cancellationToken);
        return answer.IsMissing
            ? null
            : answer.Read(static body => ReadDescription(body.GetProperty("description").GetString()!));
    }

    /// <summary>Makes a class. Another node may have been faster.</summary>
    public async Task CreateAsync(string name, VectorCollection collection, CancellationToken cancellationToken)
    {
        var create = BackendRequest.Json(
            HttpMethod.Post,
            "schema",
            new
            {
                Class = name,
                // Weaviate knows a class's dimensions only once it holds a vector.
                Description = JsonSerializer.Serialize(collection, JsonSerializerOptions.Web),
                Vectorizer = "none",
                VectorIndexType = "hnsw",
                VectorIndexConfig = new { Distance = "cosine" },
                Properties = new[]
                {
                    new
                    {
                        Name = DocumentField,
                        DataType = TextType,
                        Tokenization = "field",
                        IndexFilterable = true,
                        IndexSearchable = false,
                    },
                },
            },
            JsonSerializerOptions.Web);
        var answer = await client.SendAsync(
            create with { Expected = [HttpStatusCode.UnprocessableEntity] }, cancellationToken);
        if (answer.Status == HttpStatusCode.UnprocessableEntity && await DimensionsAsync(name, cancellationToken) is null)
        {
            throw answer.ToFault();
        }
    }

    /// <summary>The names of the classes that begin so.</summary>
    public async Task<List<string>> ClassesAsync(string prefix, CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync(new BackendRequest(HttpMethod.Get, "schema"), cancellationToken);
        return answer.Read(body => body.GetProperty("classes").EnumerateArray()
            .Select(static one => one.GetProperty("class").GetString()!)
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .ToList());
    }

    /// <summary>Takes a class out with all that is in it. Another node may have been faster.</summary>
    public async Task DropAsync(string name, CancellationToken cancellationToken)
    {
        var delete = new BackendRequest(HttpMethod.Delete, $"schema/{name}") { Expected = [HttpStatusCode.BadRequest] };
        var answer = await client.SendAsync(delete, cancellationToken);
        if (answer.Status == HttpStatusCode.BadRequest && await DimensionsAsync(name, cancellationToken) is not null)
        {
            throw answer.ToFault();
        }
    }

    private static int ReadDescription(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Description>(text, JsonSerializerOptions.Web)!.Dimensions;
        }
        catch (JsonException ex)
        {
            throw new FormatException("The description of the class is not ours.", ex);
        }
    }

    private sealed record Description(int Dimensions);
}
