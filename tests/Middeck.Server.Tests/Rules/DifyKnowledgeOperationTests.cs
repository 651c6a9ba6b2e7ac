using System.Text;
using System.Text.Json;
using Middeck.Testing;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Rules;

public sealed class DifyKnowledgeOperationTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private static readonly string[] Uploads = ["/document/create-by-file", "/update-by-file", "/pipeline/file-upload"];

    [Fact]
    public async Task Every_operation_that_Dify_documents_is_served_for_objects_that_are_there()
    {
        var (client, ids) = await GivenAsync();
        var wrong = new List<string>();

        // What is deleted is reached for last, from the inside out.
        var operations = (await File.ReadAllLinesAsync(Path.Combine(
                Repository.Root, "tests", "Middeck.Knowledge.Tests", "ServiceApi", "operations.txt")))
            .Select(line => line.Split(' ')).Select(parts => (Method: parts[0], Path: parts[1]))
            .OrderBy(operation => operation.Method == "DELETE").ThenByDescending(operation => operation.Path.Length);
        foreach (var (method, path) in operations)
        {
            var filled = ids.Aggregate(path, (text, id) => text.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal));
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/v1{filled}");
            request.Content = Uploads.Any(path.EndsWith) || (method == "PATCH" && path.EndsWith("/{document_id}", StringComparison.Ordinal))
                ? new MultipartFormDataContent { { new StringContent($"{path} of rules"), "file", "rules.txt" } }
                : method == "GET" ? null : new StringContent(Body(path, ids), Encoding.UTF8, "application/json");
            using var answer = await client.Http.SendAsync(request);
            if ((int)answer.StatusCode is 404 or 405 or >= 500)
            {
                wrong.Add($"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task What_nobody_serves_and_what_another_workspace_has_are_not_found_in_the_words_of_Dify()
    {
        var (client, _) = await GivenAsync();
        var (_, theirs) = await GivenAsync();

        var unserved = await client.GetAsync("/v1/datasets/none/of/these", 404);
        var foreign = await client.GetAsync($"/v1/datasets/{theirs["dataset_id"]}", 404);
        var unknown = await host.With("dataset-0000000000000000000000000000000000000000").GetAsync("/v1/datasets", 401);

        Assert.Equal(["not_found", "not_found", "unauthorized"], new[] { unserved, foreign, unknown }.Select(Code));
    }

    private static string? Code(JsonElement error) => error.GetProperty("code").GetString();

    private static string Body(string path, Dictionary<string, string> ids) => path switch
    {
        "/datasets/tags" => JsonSerializer.Serialize(new { tag_id = ids["tag_id"], name = "again" }),
        _ => "{}",
    };

    private async Task<(MiddeckClient Client, Dictionary<string, string> Ids)> GivenAsync()
    {
        var workspace = await host.CreateWorkspaceAsync("Dify");
        var key = await workspace.Owner.PostAsync("/api/v1/knowledge-bases/api-keys", new { name = "dify" }, 201);
        var client = host.With(key.GetProperty("key").GetString()!);
        var dataset = Id(await client.PostAsync("/v1/datasets", new { name = "Rules" }));
        var written = await client.PostAsync(
            $"/v1/datasets/{dataset}/document/create-by-text",
            new { name = "rules", text = "Exits are marked.\n\nDoors open outwards.", process_rule = new { mode = "automatic" } });
        var document = Id(written.GetProperty("document"));
        var batch = written.GetProperty("batch").GetString()!;
        await client.UntilAsync(
            $"/v1/datasets/{dataset}/documents/{batch}/indexing-status",
            state => state.GetProperty("data")[0].GetProperty("indexing_status").GetString() == "completed");
        var segments = $"/v1/datasets/{dataset}/documents/{document}/segments";
        var segment = Id((await client.GetAsync(segments)).GetProperty("data")[0]);
        var child = await client.PostAsync($"{segments}/{segment}/child_chunks", new { content = "Doors." });
        return (client, new Dictionary<string, string>
        {
            ["dataset_id"] = dataset,
            ["document_id"] = document,
            ["batch"] = batch,
            ["segment_id"] = segment,
            ["child_chunk_id"] = Id(child.GetProperty("data")),
            ["metadata_id"] = Id(await client.PostAsync(
                $"/v1/datasets/{dataset}/metadata", new { type = "string", name = "floor" }, 201)),
            ["tag_id"] = Id(await client.PostAsync("/v1/datasets/tags", new { name = "once" })),
            ["model_type"] = "text-embedding",
            ["node_id"] = "start",
            ["action"] = "enable",
        });
    }

    private static string Id(JsonElement element) => element.GetProperty("id").GetString()!;
}
