using System.ComponentModel.DataAnnotations;
using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Tests.Backends;

public sealed class SearchOptionsTests
{
    [Fact]
    public void Memory_needs_nothing_and_is_the_default()
    {
        using var node = new BackendNode([]);

        Assert.Null(Problem(new SearchOptions()));
        Assert.Equal("memory", node.Vectors.Name);
        Assert.Equal("memory", node.Texts.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("qdrant:6333")]
    [InlineData("ftp://qdrant")]
    [InlineData("http://me:secret@qdrant:6333")]
    public void A_back_end_needs_its_address(string url)
    {
        Assert.Equal(
            "qdrant needs search.qdrant.url, an http or https URL without a user name, such as http://qdrant:6333.",
            Problem(new SearchOptions { VectorBackend = VectorBackend.Qdrant, Qdrant = { Url = url } }));
        Assert.StartsWith(
            "weaviate needs search.weaviate.url",
            Problem(new SearchOptions { VectorBackend = VectorBackend.Weaviate, Weaviate = { Url = url } }),
            StringComparison.Ordinal);
        Assert.StartsWith(
            "opensearch needs search.opensearch.url",
            Problem(new SearchOptions { TextBackend = TextBackend.Opensearch, Opensearch = { Url = url } }),
            StringComparison.Ordinal);
        Assert.Null(Problem(new SearchOptions { Qdrant = { Url = url } }));
    }

    [Fact]
    public void A_user_name_without_a_password_is_refused()
    {
        var options = new SearchOptions
        {
            TextBackend = TextBackend.Opensearch,
            Opensearch = { Url = "https://opensearch:9200", Username = "me" },
        };

        Assert.Equal("search.opensearch.username and search.opensearch.password must be given together.", Problem(options));
        options.Opensearch.Password = "word";
        Assert.Null(Problem(options));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("Host=db;Database=vectors", true)]
    [InlineData("postgres://me:word@db/vectors", true)]
    [InlineData("db", false)]
    public void The_connection_of_pgvector_must_be_one(string connection, bool isAllowed)
    {
        var problem = Problem(new SearchOptions { VectorBackend = VectorBackend.Pgvector, Pgvector = { Connection = connection } });

        Assert.Equal(isAllowed, problem is null);
    }

    [Fact]
    public void A_node_with_a_wrong_choice_does_not_make_a_store()
    {
        using var node = new BackendNode(new() { ["search:VectorBackend"] = "weaviate" });

        var refusal = Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(() => node.Vectors);

        Assert.Contains("search.weaviate.url", refusal.Message, StringComparison.Ordinal);
    }

    private static string? Problem(SearchOptions options)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.SingleOrDefault()?.ErrorMessage;
    }
}
