using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Studio.Tests.Files;
using Middeck.Studio.Transfer;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Transfer;

public sealed class AppImportTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private const string Leave = """
        app:
          description: Answers questions about leave
          icon: "\U0001F334"
          icon_background: '#E4FBCC'
          icon_type: emoji
          mode: chat
          name: 请假助手
          use_icon_as_answer_icon: true
          badge: {colour: red}
        dependencies:
        - type: marketplace
          value: {marketplace_plugin_unique_identifier: 'acme/model:0.1@abc', version: null}
        kind: app
        remark: kept too
        version: 0.6.0
        model_config:
          agent_mode: {enabled: false, max_iteration: 5, strategy: function_call, tools: []}
          annotation_reply: {enabled: false}
          dataset_configs:
            datasets: {datasets: []}
            retrieval_model: multiple
            top_k: 4
          file_upload:
            image: {detail: high, enabled: false, number_limits: 3, transfer_methods: [remote_url, local_file]}
          model:
            completion_params: {stop: [], temperature: 0.70, max_tokens: 512}
            mode: chat
            name: echo
            provider: mock
          opening_statement: ''
          pre_prompt: |
            You are kind.
              Indented: yes
            {{name}}
          prompt_type: simple
          retriever_resource: {enabled: true}
          speech_to_text: {enabled: false}
          suggested_questions: ['no', '12:30', "多少天？"]
          user_input_form:
          - text-input: {default: '', label: Name, required: false, variable: name}
          unknown_tomorrow: {a: [1, null, true, 'x']}
        """;

    [Fact]
    public async Task What_a_file_says_comes_out_again_as_it_went_in()
    {
        var result = await ImportAsync(Leave);

        Assert.Equal("completed", (string?)result["status"]);
        Assert.Empty(result["warnings"]!.AsArray());
        var app = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{result["app_id"]}");
        Assert.Equal(("请假助手", "🌴", "chat", "draft"), ((string?)app!["name"], (string?)app["icon"], (string?)app["mode"], (string?)app["status"]));
        var exported = await ExportAsync((Guid)result["app_id"]!);
        Assert.True(JsonElement.DeepEquals(Parse(Leave), Parse(exported)), exported);
        var again = await ImportAsync(exported);
        Assert.Equal(exported, await ExportAsync((Guid)again["app_id"]!));
    }

    [Fact]
    public async Task An_app_made_here_goes_through_a_file_unchanged()
    {
        var id = await GivenAppAsync(new { pre_prompt = "Be kind.\nAnd short.", suggested_questions = new[] { "yes" } });

        var exported = await ExportAsync(id);
        var copy = (Guid)(await ImportAsync(exported))["app_id"]!;

        Assert.Equal(exported, await ExportAsync(copy));
        Assert.Contains("pre_prompt: |-\n    Be kind.\n    And short.\n", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_replaces_a_draft_and_leaves_what_is_published()
    {
        var id = await GivenPublishedAppAsync(new { opening_statement = "old" });

        var result = await ImportAsync(Leave, $"?app_id={id}");

        Assert.Equal(id, (Guid)result["app_id"]!);
        var draft = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/draft");
        Assert.Equal(2, (int)draft!["revision"]!);
        Assert.StartsWith("You are kind.", (string?)draft["config"]!["pre_prompt"], StringComparison.Ordinal);
        Assert.Equal("old", (string?)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/start"))!["opening_statement"]);
        Assert.True((bool)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}"))!["has_unpublished_changes"]!);
        Assert.Contains("opening_statement: old", await ExportAsync(id, "?version=1"), StringComparison.Ordinal);
        Assert.Single((await CallAsync(HttpMethod.Get, "/api/v1/apps"))!["data"]!.AsArray());
    }

    [Theory]
    [InlineData("0.6.0", "completed", null)]
    [InlineData("0.6.1", "pending", "newer_version")]
    [InlineData("0.7.0", "pending", "newer_version")]
    [InlineData("1.0.0", "pending", "newer_version")]
    [InlineData("0.5.0", "completed-with-warnings", "older_version")]
    [InlineData("0.1.5", "completed-with-warnings", "older_version")]
    [InlineData(null, "completed-with-warnings", "older_version")]
    public async Task Files_of_other_versions_wait_or_warn(string? version, string status, string? warning)
    {
        var file = Leave.Replace("version: 0.6.0\n", version is null ? "" : $"version: {version}\n", StringComparison.Ordinal);

        var result = await ImportAsync(file, expect: status == "pending" ? HttpStatusCode.Accepted : HttpStatusCode.OK);

        Assert.Equal(status, (string?)result["status"]);
        Assert.Equal(warning, (string?)result["warnings"]!.AsArray().SingleOrDefault()?["code"]);
        Assert.Equal(status == "pending", result["app_id"] is null);
        Assert.Equal(status == "pending" ? 0 : 1, (await CallAsync(HttpMethod.Get, "/api/v1/apps"))!["data"]!.AsArray().Count);
        if (status == "pending")
        {
            Assert.Equal("completed-with-warnings", (string?)(await ImportAsync(file, "?confirm=true"))["status"]);
        }
    }

    [Fact]
    public async Task What_the_workspace_does_not_have_is_told_and_kept()
    {
        var known = Guid.CreateVersion7();
        Host.Get<Fakes.KnownBases>().Ids.Add(known);
        Host.Models.Refusal = Core.Errors.Fault.NotFound("models.not_found", "There is no model 'mock/echo'.");
        var file = Leave
            .Replace("datasets: {datasets: []}", $"datasets: {{datasets: [{{dataset: {{enabled: true, id: {known}}}}}, {{dataset: {{enabled: true, id: bm90IG91cnM=}}}}]}}", StringComparison.Ordinal)
            .Replace("agent_mode: {enabled: false, max_iteration: 5, strategy: function_call, tools: []}", "agent_mode: {enabled: true, tools: [{enabled: true, tool_name: chart, provider_id: c}, {enabled: false, tool_name: off}]}", StringComparison.Ordinal);

        var result = await ImportAsync(file);

        Assert.Equal("completed-with-warnings", (string?)result["status"]);
        Assert.Equal(
            [
                ("unknown_model", "model_config.model"),
                ("unknown_dataset", "model_config.dataset_configs.datasets.datasets[1].dataset.id"),
                ("unknown_tool", "model_config.agent_mode.tools[0]"),
            ],
            result["warnings"]!.AsArray().Select(warning => ((string)warning!["code"]!, (string)warning["path"]!)));
        Assert.Contains("bm90IG91cnM=", await ExportAsync((Guid)result["app_id"]!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mode: chat", "mode: workflow", "apps.import_invalid", "workflow")]
    [InlineData("mode: chat", "mode: advanced-chat", "apps.import_invalid", "workflow")]
    [InlineData("mode: chat", "mode: poem", "apps.invalid_mode", "app.mode")]
    [InlineData("mode: chat", "mode: [chat]", "apps.import_invalid", "mode")]
    [InlineData("kind: app", "kind: rag_pipeline", "apps.import_wrong_kind", "kind")]
    [InlineData("version: 0.6.0", "version: 0.6", "apps.import_invalid_version", "version")]
    [InlineData("version: 0.6.0", "version: soon", "apps.import_invalid_version", "version")]
    [InlineData("name: 请假助手", "name: ''", "apps.invalid_text", "app.name")]
    [InlineData("name: 请假助手", "nom: x", "apps.import_invalid", "app.name")]
    [InlineData("temperature: 0.70", "temperature: 7", "apps.invalid_config", "model_config.model.completion_params.temperature")]
    [InlineData("model_config:", "workflow:", "apps.import_invalid", "model_config")]
    [InlineData("remark: kept too", "app: {}", "apps.import_invalid_yaml", null)]
    [InlineData("remark: kept too", "remark: \"\\0\"", "apps.import_invalid_yaml", null)]
    public async Task A_file_that_is_wrong_in_one_place_is_refused_as_a_whole(
        string said, string wrong, string code, string? field)
    {
        Assert.Contains(said, Leave, StringComparison.Ordinal);
        var first = Leave.IndexOf(said, StringComparison.Ordinal);
        var file = Leave[..first] + wrong + Leave[(first + said.Length)..];
        var id = await GivenAppAsync(new { pre_prompt = "before" });

        foreach (var query in new[] { "", $"?app_id={id}" })
        {
            var problem = await ImportAsync(file, query, HttpStatusCode.BadRequest);
            Assert.Equal((code, field), ((string?)problem["code"], (string?)problem["field"]));
        }

        var draft = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/draft");
        Assert.Equal((1, "before"), ((int)draft!["revision"]!, (string?)draft["config"]!["pre_prompt"]));
        Assert.Single((await CallAsync(HttpMethod.Get, "/api/v1/apps"))!["data"]!.AsArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData("just words")]
    [InlineData("- a\n- list")]
    [InlineData("null")]
    [InlineData("app: [")]
    [InlineData("<html><body>Not found</body></html>")]
    public async Task What_is_no_app_is_refused(string file)
    {
        var problem = await ImportAsync(file, expect: HttpStatusCode.BadRequest);

        Assert.StartsWith("apps.import_invalid", (string?)problem["code"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_files_that_are_too_large_are_refused()
    {
        Assert.Equal("apps.import_invalid_yaml", (string?)(await SendAsync([0xff, 0xfe, 0x00], "", HttpStatusCode.BadRequest))["code"]);
        var large = Encoding.UTF8.GetBytes(Leave + "\npadding: '" + new string('a', 10 * 1024 * 1024) + "'\n");
        Assert.Equal("apps.import_too_large", (string?)(await SendAsync(large, "", HttpStatusCode.RequestEntityTooLarge))["code"]);
        var wide = Encoding.UTF8.GetBytes(Leave + "\npadding: '" + new string('a', 1024 * 1024) + "'\n");
        Assert.Equal("apps.config_too_large", (string?)(await SendAsync(wide, "", HttpStatusCode.RequestEntityTooLarge))["code"]);
        Assert.Empty((await CallAsync(HttpMethod.Get, "/api/v1/apps"))!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_file_of_another_kind_does_not_replace_an_app()
    {
        var id = await GivenAppAsync();

        var problem = await ImportAsync(
            Leave.Replace("mode: chat\n  name", "mode: completion\n  name", StringComparison.Ordinal), $"?app_id={id}",
            HttpStatusCode.Conflict);

        Assert.Equal("apps.import_mode_differs", (string?)problem["code"]);
        await ImportAsync(Leave, $"?app_id={Guid.CreateVersion7()}", HttpStatusCode.NotFound);
        await ImportAsync(Leave, "?app_id=nonsense", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Credentials_stay_out_of_files_unless_they_are_asked_for()
    {
        var id = await GivenAppAsync(new
        {
            agent_mode = new { tools = new[] { new { tool_name = "t", credential_id = "c-1", tool_parameters = new { api_key = "sk-1", q = "x" } } } },
            pre_prompt = "The token is a word.",
        });

        var clean = await ExportAsync(id);
        Assert.DoesNotContain("c-1", clean, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-1", clean, StringComparison.Ordinal);
        Assert.Contains("q: x", clean, StringComparison.Ordinal);
        Assert.Contains("The token is a word.", clean, StringComparison.Ordinal);
        Assert.Contains("sk-1", await ExportAsync(id, "?include_secrets=true"), StringComparison.Ordinal);
        using var viewer = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{id}/export?include_secrets=true", viewer: true);
        Assert.Equal(HttpStatusCode.Forbidden, viewer.StatusCode);
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/export?version=last", expect: HttpStatusCode.BadRequest);
        await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/export?version=3", expect: HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_is_compared_with_the_draft_and_with_versions()
    {
        var id = (Guid)(await ImportAsync(Leave))["app_id"]!;
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");
        var changed = Leave.Replace("top_k: 4", "top_k: 5", StringComparison.Ordinal).Replace("name: 请假助手", "name: Leave", StringComparison.Ordinal);

        Assert.Empty((await CompareAsync(id, Leave)).AsArray());
        Assert.Equal(
            [("app.name", "changed"), ("model_config.dataset_configs.top_k", "changed")],
            (await CompareAsync(id, changed)).AsArray()
                .Select(change => ((string)change!["path"]!, (string)change["kind"]!)).Order());
        await ImportAsync(changed, $"?app_id={id}");
        Assert.Empty((await CompareAsync(id, changed)).AsArray());
        Assert.Equal(
            ["model_config.dataset_configs.top_k"],
            (await CompareAsync(id, changed, "?with=1")).AsArray().Select(change => (string)change!["path"]!));
        await CompareAsync(id, "rubbish", expect: HttpStatusCode.BadRequest);
        await CompareAsync(id, Leave, "?with=9", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_is_fetched_from_an_address_and_from_no_private_one()
    {
        await using var site = await RemoteSite.StartAsync("/app.yml", Encoding.UTF8.GetBytes(Leave), "application/yaml");
        string At(string address) => $"?url={Uri.EscapeDataString(address)}";

        var made = await SendAsync([], At($"http://localhost:{site.Port}/app.yml"), HttpStatusCode.OK);
        var inward = await SendAsync([], At($"http://127.0.0.1:{site.Port}/app.yml"), HttpStatusCode.BadGateway);
        var missing = await SendAsync([], At($"http://localhost:{site.Port}/missing"), HttpStatusCode.BadGateway);
        var file = await SendAsync([], At("file:///etc/passwd"), HttpStatusCode.BadRequest);

        Assert.Empty((await CompareAsync((Guid)made["app_id"]!, Leave)).AsArray());
        Assert.Equal("apps.import_url_failed", (string?)inward["code"]);
        Assert.Contains("answered 404", (string?)missing["detail"], StringComparison.Ordinal);
        Assert.Equal("apps.import_url_invalid", (string?)file["code"]);
    }

    private static JsonElement Parse(string yaml) => YamlJson.Read(yaml, 1_000_000);

    private Task<JsonNode> ImportAsync(string file, string query = "", HttpStatusCode expect = HttpStatusCode.OK)
        => SendAsync(Encoding.UTF8.GetBytes(file), query, expect);

    private Task<JsonNode> CompareAsync(Guid id, string file, string query = "", HttpStatusCode expect = HttpStatusCode.OK)
        => SendAsync(Encoding.UTF8.GetBytes(file), query, expect, $"/api/v1/apps/{id}/diff");

    private async Task<JsonNode> SendAsync(byte[] file, string query, HttpStatusCode expect, string path = "/api/v1/apps/import")
    {
        Clock.Advance(TimeSpan.FromMilliseconds(2));
        using var request = new HttpRequestMessage(HttpMethod.Post, path + query) { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/yaml");
        request.Headers.Add("X-User", User.ToString());
        request.Headers.Add("X-Workspace", Workspace.ToString());
        using var response = await Host.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expect == response.StatusCode, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    private async Task<string> ExportAsync(Guid id, string query = "")
    {
        using var response = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{id}/export{query}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/yaml", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync();
    }
}
