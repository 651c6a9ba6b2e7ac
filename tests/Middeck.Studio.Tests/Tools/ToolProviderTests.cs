using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Identifiers;
using Middeck.Storage.Sql;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Tests.Workflows;
using Middeck.Testing;
using Middeck.Workflows.Engine;

namespace Middeck.Studio.Tests.Tools;

public sealed class ToolProviderTests(PostgresFixture postgres) : GraphTest(postgres)
{
    private const string Path = "/api/v1/tool-providers";

    private const string Petstore =
        """
        openapi: 3.0.1
        info: {title: Pets, description: All pets, version: 1.0.0}
        servers: [{url: "{server}/{base}", variables: {base: {default: v2}}}]
        components:
          securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                id: {type: integer, readOnly: true}
                name: {type: string, description: Its name}
                tags: {type: array, items: {type: string}}
                parent: {$ref: '#/components/schemas/Pet'}
        paths:
          /owners/{owner}/pets:
            parameters:
              - {name: owner, in: path, required: true, schema: {type: string}}
            get:
              operationId: list pets
              summary: List pets
              parameters:
                - {name: tag, in: query, schema: {type: array, items: {type: string}}}
                - {name: limit, in: query, required: true, schema: {type: integer}}
                - {name: X-Lang, in: header, schema: {type: string}}
                - {name: session, in: cookie, schema: {type: string}}
            post:
              requestBody:
                required: true
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Pet'}}
        """;

    [Fact]
    public async Task Operations_of_an_openapi_document_become_tools_that_ask_the_server()
    {
        await using var server = await AskedServer.StartAsync(context => context.Response.WriteAsync("""{"pets": 2}"""));
        var made = await CreateAsync(new { kind = "openapi", source = Petstore.Replace("{server}", server.Url, StringComparison.Ordinal), auth = new { type = "api_key", @in = "header", name = "X-Key", secret = "k-123" } });

        Assert.Equal(("Pets", "All pets", $"{server.Url}/v2"), ((string?)made["provider"]!["name"], (string?)made["provider"]!["description"], (string?)made["provider"]!["server_url"]));
        var tools = made["tools"]!.AsArray();
        Assert.Equal(["list_pets", "post_owners_owner_pets"], tools.Select(tool => (string?)tool!["name"]));
        Assert.Equal([false, true], tools.Select(tool => (bool)tool!["needs_confirmation"]!));
        Assert.Equal("""["owner","limit"]""", tools[0]!["parameters"]!["required"]!.ToJsonString().Replace("""["limit","owner"]""", """["owner","limit"]""", StringComparison.Ordinal));
        Assert.Equal("Its name", (string?)tools[1]!["parameters"]!["properties"]!["parent"]!["properties"]!["name"]!["description"]);
        Assert.Null(tools[1]!["parameters"]!["properties"]!["id"]);
        var id = (Guid)made["provider"]!["id"]!;
        await TryAsync(id, "list_pets", new { owner = "李 四", limit = "5", tag = new[] { "a", "b" }, session = "s1" });
        var tried = await TryAsync(id, "post_owners_owner_pets", new { owner = "a/b", name = 7, tags = "one" });

        Assert.True((bool)tried["ok"]!, tried.ToJsonString());
        Assert.Equal(2, (int)tried["json"]!["pets"]!);
        var list = server.Asked.First();
        Assert.Equal("/v2/owners/李 四/pets?tag=a&tag=b&limit=5", Uri.UnescapeDataString(list.Target));
        Assert.Equal(("k-123", "session=s1"), (list.Headers["X-Key"], list.Headers["Cookie"]));
        Assert.Equal(("POST", "/v2/owners/a%2Fb/pets", """{"name":"7","tags":["one"]}"""), (server.Last.Method, server.Last.Target, server.Last.Body));
        Assert.Equal("application/json", server.Last.Headers["Content-Type"]);
        Assert.DoesNotContain("k-123", (await CallAsync(HttpMethod.Get, $"{Path}/{id}"))!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("k-123", await Host.Database.ScalarAsync<string>($"SELECT secrets FROM studio.tool_provider WHERE id = {id}", CancellationToken.None), StringComparison.Ordinal);

        var missing = await TryAsync(id, "list_pets", new { owner = "x" });
        Assert.Equal(("tools.invalid_argument", "limit is needed."), ((string?)missing["code"], (string?)missing["detail"]));
    }

    [Fact]
    public async Task A_workflow_calls_them_by_id_and_by_name_and_who_deletes_them_sees_which_apps_do()
    {
        await using var server = await AskedServer.StartAsync(async context =>
        {
            context.Response.StatusCode = context.Request.Query["limit"] == "9" ? 404 : 200;
            await context.Response.WriteAsync("""{"pets": 2}""");
        });
        var id = (Guid)(await CreateAsync(new { kind = "openapi", name = "宠物", source = Petstore.Replace("{server}", server.Url, StringComparison.Ordinal) }))["provider"]!["id"]!;
        var app = await GivenAppAsync(new { agent_mode = new { tools = new[] { new { provider_type = "api", provider_id = id.ToString(), tool_name = "list_pets" } } } });

        var byId = await RunNodeAsync(Node(id.ToString(), 3));
        var byName = await RunNodeAsync(Node(Ids.New(Clock).ToString(), 3));
        var failed = await RunNodeAsync(Node(id.ToString(), 9));

        Assert.Equal("""[{"pets":2}]""", Json(byId, "json"));
        Assert.Equal("2", Json(byId, "pets"));
        Assert.Equal(NodeStatus.Succeeded, byName.Status);
        Assert.Equal($"{RunId}/node", server.Last.Headers["Idempotency-Key"]);
        Assert.Contains("answered 404: {\"pets\": 2}", failed.Result.Error, StringComparison.Ordinal);
        Assert.Contains((await CallAsync(HttpMethod.Get, "/api/v1/tools"))!["data"]!.AsArray(), tool => (string?)tool!["provider_name"] == "宠物");
        var users = (await CallAsync(HttpMethod.Get, $"{Path}/{id}"))!["used_by"]!.AsArray();
        Assert.Equal(app, (Guid)Assert.Single(users)!["id"]!);
        await CallAsync(HttpMethod.Get, $"{Path}/{id}", expect: HttpStatusCode.NotFound, workspace: Ids.New(Clock));
        await CallAsync(HttpMethod.Delete, $"{Path}/{id}", expect: HttpStatusCode.NoContent);
        Assert.Equal("ToolNotFoundError", (await RunNodeAsync(Node(id.ToString(), 3))).Result.ErrorKind);

        static JsonObject Node(string provider, int limit) => new()
        {
            ["type"] = "tool",
            ["provider_type"] = "api",
            ["provider_id"] = provider,
            ["provider_name"] = "宠物",
            ["tool_name"] = "list_pets",
            ["tool_parameters"] = new JsonObject { ["owner"] = "me", ["limit"] = limit },
            ["output_schema"] = new JsonObject { ["properties"] = new JsonObject { ["pets"] = new JsonObject() } },
        };
    }

    [Fact]
    public async Task A_swagger_document_is_fetched_and_its_forms_are_sent()
    {
        await using var server = await AskedServer.StartAsync(context => context.Response.WriteAsync(context.Request.Path == "/docs/api.json"
            ? """
              {"swagger": "2.0", "info": {"title": "Old", "version": "1"}, "basePath": "/old", "securityDefinitions": {"b": {"type": "apiKey", "in": "query", "name": "token"}},
               "paths": {"/notes": {"post": {"operationId": "addNote", "consumes": ["application/x-www-form-urlencoded"],
                 "parameters": [{"name": "text", "in": "formData", "type": "string", "required": true}]}}}}
              """
            : "ok"));

        var made = await CreateAsync(new { kind = "openapi", source_url = $"{server.Url}/docs/api.json", server_url = $"{server.Url}/old", auth = new { type = "api_key", @in = "query", name = "token", secret = "q&1" } });
        var tried = await TryAsync((Guid)made["provider"]!["id"]!, "addNote", new { text = "甲 & 乙" });

        Assert.Equal("ok", (string?)tried["text"]);
        Assert.Equal(("/old/notes?token=q%261", "text=%E7%94%B2%20%26%20%E4%B9%99"), (server.Last.Target, server.Last.Body));
    }

    [Theory]
    [InlineData("curl -X PUT '{server}/a/{id}?page=2' -H 'X-Mode: fast' -H \"Authorization: Bearer t0p\" -d '{\"n\": 1, \"s\": \"it'\\''s\"}'", """{"id": "7", "n": 5}""", "PUT /a/7?page=2", """{"n":5,"s":"it's"}""")]
    [InlineData("$ curl.exe -sSL \\\n  --request=POST \"{server}/a\" \\\n --data-urlencode 'q=a b' -d c=d -u me:t0p", "{}", "POST /a", "q=a%20b&c=d")]
    [InlineData("curl {server}/a -G -d 'q=1' -d 'r=2' -b 'sid=t0p' --compressed", """{"r": "3"}""", "GET /a?q=1&r=3", "")]
    [InlineData("curl {server}/a -H 'content-type: text/plain' -H 'x-api-key: t0p' --data-raw $'one\\ntwo'", "{}", "POST /a", "one\ntwo")]
    public async Task A_curl_command_becomes_a_tool_with_its_values_as_defaults(string command, string arguments, string target, string body)
    {
        await using var server = await AskedServer.StartAsync(context => context.Response.WriteAsync("ok"));

        var made = await CreateAsync(new { kind = "curl", name = "curl", source = command.Replace("{server}", server.Url, StringComparison.Ordinal) });
        var tool = (string)made["tools"]![0]!["name"]!;
        var tried = await TryAsync((Guid)made["provider"]!["id"]!, tool, JsonNode.Parse(arguments)!);

        Assert.True((bool)tried["ok"]!, tried.ToJsonString());
        Assert.Equal((target, body), ($"{server.Last.Method} {server.Last.Target}", server.Last.Body));
        var shown = string.Join(' ', server.Last.Headers.Values.Select(value => value.StartsWith("Basic ", StringComparison.Ordinal)
            ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(value[6..])) : value));
        Assert.Contains("t0p", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("t0p", made.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("t0p", await Host.Database.ScalarAsync<string>($"SELECT tools::text || settings::text || source FROM studio.tool_provider", CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_kept_but_go_to_no_server_that_they_were_not_given_for()
    {
        await using var server = await AskedServer.StartAsync(context => context.Response.WriteAsync("ok"));
        await using var other = await AskedServer.StartAsync(context => context.Response.WriteAsync("ok"));
        var source = Petstore.Replace("{server}", server.Url, StringComparison.Ordinal);
        var id = (Guid)(await CreateAsync(new { kind = "openapi", source, auth = new { type = "bearer", secret = "k" }, headers = new Dictionary<string, string> { ["X-Team"] = "t" } }))["provider"]!["id"]!;

        await CallAsync(HttpMethod.Put, $"{Path}/{id}", new { name = "Renamed", auth = new { type = "bearer" }, headers = new Dictionary<string, string> { ["X-Team"] = "" } });
        await TryAsync(id, "list_pets", new { owner = "a", limit = 1 });
        Assert.Equal(("Bearer k", "t"), (server.Last.Headers["Authorization"], server.Last.Headers["X-Team"]));
        foreach (var change in new object[] { new { server_url = other.Url }, new { source = Petstore.Replace("{server}", other.Url, StringComparison.Ordinal) } })
        {
            Assert.Equal("tools.provider_secrets_needed", (string?)(await CallAsync(HttpMethod.Put, $"{Path}/{id}", change, HttpStatusCode.BadRequest))!["code"]);
        }

        await CallAsync(HttpMethod.Put, $"{Path}/{id}", new { server_url = other.Url, auth = new { type = "bearer", secret = "n" }, headers = new Dictionary<string, string>() });
        await TryAsync(id, "list_pets", new { owner = "a", limit = 1 });
        Assert.Equal("Bearer n", other.Last.Headers["Authorization"]);
        Assert.DoesNotContain("X-Team", other.Last.Headers.Keys);
    }

    [Theory]
    [InlineData("openapi", "no: [document", "tools.invalid_description", "Line 2")]
    [InlineData("openapi", "{\"openapi\": \"3.0.0\"", "tools.invalid_description", "no OpenAPI document")]
    [InlineData("openapi", """{"openapi": "3.0.0", "info": {"title": "a", "version": "1"}, "paths": {}}""", "tools.invalid_description", "no operations")]
    [InlineData("openapi", """{"openapi": "3.0.0", "info": {"title": "a", "version": "1"}, "paths": {"/a": {"get": {"responses": {}}}}}""", "tools.provider_server_needed", "server_url")]
    [InlineData("openapi", "", "tools.invalid_description", "source")]
    [InlineData("curl", "wget https://example.com", "tools.invalid_description", "does not begin with 'curl'")]
    [InlineData("curl", "curl -H", "tools.invalid_description", "needs a value")]
    [InlineData("curl", "curl file:///etc/passwd", "tools.invalid_description", "no http or https address")]
    [InlineData("mcp", "", "tools.provider_server_needed", "server_url")]
    public async Task What_cannot_be_imported_is_said(string kind, string source, string code, string sentence)
    {
        var problem = (await CallAsync(HttpMethod.Post, Path, new { kind, source }, HttpStatusCode.BadRequest))!;

        Assert.Equal(code, (string?)problem["code"]);
        Assert.Contains(sentence, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_unique_in_a_workspace()
    {
        await CreateAsync(new { kind = "curl", name = "One", source = "curl https://example.com" });

        var second = await CallAsync(HttpMethod.Post, Path, new { kind = "curl", name = "ONE", source = "curl https://example.com" }, HttpStatusCode.Conflict);

        Assert.Equal("tools.provider_name_taken", (string?)second!["code"]);
    }

    private async Task<JsonNode> CreateAsync(object body) => (await CallAsync(HttpMethod.Post, Path, body, HttpStatusCode.Created))!;

    private async Task<JsonNode> TryAsync(Guid id, string tool, object arguments)
        => (await CallAsync(HttpMethod.Post, $"{Path}/{id}/tools/{tool}/try", new { arguments = JsonSerializer.SerializeToNode(arguments) }))!;
}
