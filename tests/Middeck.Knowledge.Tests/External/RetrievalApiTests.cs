using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Middeck.Core.Security;

namespace Middeck.Knowledge.Tests.External;

public sealed class RetrievalApiTests(KnowledgeHost host) : IClassFixture<KnowledgeHost>
{
    private const string Bases = "/api/v1/knowledge-bases";
    private const string Offered = "/api/v1/external-knowledge/retrieval";

    private readonly Guid _workspace = Guid.CreateVersion7();

    [Fact]
    public async Task We_answer_as_an_external_knowledge_api()
    {
        var kb = await GivenBaseAsync("Exits are kept free.");
        var program = host.Client(_workspace, Permissions.Service.Knowledge);

        var answer = await JsonAsync(await program.PostAsJsonAsync(Offered, new
        {
            knowledge_id = kb,
            query = "exits",
            retrieval_setting = new { top_k = 2, score_threshold = 0.1 },
        }));

        var record = Assert.Single(answer.GetProperty("records").EnumerateArray());
        Assert.Equal("Exits are kept free.", record.GetProperty("content").GetString());
        Assert.Equal("a.txt", record.GetProperty("title").GetString());
        Assert.Equal(kb, record.GetProperty("metadata").GetProperty("knowledge_base_id").GetGuid());
    }

    [Fact]
    public async Task Errors_have_the_shape_and_the_numbers_of_that_api()
    {
        var program = host.Client(_workspace, Permissions.Service.Knowledge);
        var other = host.Client(_workspace, Permissions.Knowledge.Read);
        var body = new { knowledge_id = Guid.CreateVersion7(), query = "exits" };

        await IsErrorAsync(await program.PostAsJsonAsync(Offered, body), HttpStatusCode.NotFound, 2001);
        await IsErrorAsync(await program.PostAsJsonAsync(Offered, new { knowledge_id = "x", query = "q" }), HttpStatusCode.NotFound, 2001);
        await IsErrorAsync(await other.PostAsJsonAsync(Offered, body), HttpStatusCode.Forbidden, 1002);
    }

    [Fact]
    public async Task Several_bases_answer_one_request_and_a_strangers_base_is_404()
    {
        var one = await GivenBaseAsync("Exits are kept free.");
        var two = await GivenBaseAsync("Exits are lit at night.");
        var client = host.Client(_workspace);

        var found = await JsonAsync(await client.PostAsJsonAsync(
            $"{Bases}/retrieve", new { knowledge_base_ids = new[] { one, two }, query = "exits", explain = true }));
        var stranger = await host.Client(Guid.CreateVersion7()).PostAsJsonAsync(
            $"{Bases}/retrieve", new { knowledge_base_ids = new[] { one }, query = "exits" });

        Assert.Equal(2, found.GetProperty("records").GetArrayLength());
        Assert.Equal(2, found.GetProperty("explanation").GetProperty("bases").GetArrayLength());
        Assert.Equal("words", found.GetProperty("records")[0].GetProperty("explanation").GetProperty("places")[0].GetProperty("list").GetString());
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
    }

    [Theory]
    [InlineData("{\"query\":\"x\",\"neighbours\":3}", "neighbours")]
    [InlineData("{\"query\":\"x\",\"weights\":{\"vector_weight\":2}}", "weights.vector_weight")]
    [InlineData("{\"query\":\"x\",\"rewriting\":{\"timeout_seconds\":0}}", "rewriting.timeout_seconds")]
    [InlineData("{\"query\":\"x\",\"filters\":{\"conditions\":[{\"name\":\"\"}]}}", "filters.conditions")]
    public async Task A_wrong_value_is_refused_with_its_field(string body, string field)
    {
        var kb = await GivenBaseAsync("Exits are kept free.");

        var answer = await host.Client(_workspace).PostAsync(
            $"{Bases}/{kb}/retrieve", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task IsErrorAsync(HttpResponseMessage answer, HttpStatusCode status, int code)
    {
        var body = await JsonAsync(answer);
        Assert.Equal((status, code), (answer.StatusCode, body.GetProperty("error_code").GetInt32()));
        Assert.NotEmpty(body.GetProperty("error_msg").GetString()!);
    }

    private static Task<JsonElement> JsonAsync(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>();

    private async Task<Guid> GivenBaseAsync(string text)
    {
        var client = host.Client(_workspace);
        var kb = (await JsonAsync(await client.PostAsJsonAsync(Bases, new { name = "Standards" }))).GetProperty("id").GetGuid();
        using var form = new MultipartFormDataContent { { new StringContent(text), "file", "a.txt" } };
        var uploaded = await JsonAsync(await client.PostAsync($"{Bases}/{kb}/documents", form));
        await host.Events.DocumentAsync(uploaded.GetProperty("id").GetGuid(), "completed");
        return kb;
    }
}
