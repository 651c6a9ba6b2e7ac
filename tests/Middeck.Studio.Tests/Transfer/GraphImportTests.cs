using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Studio.Transfer;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Transfer;

public sealed class GraphImportTests(PostgresFixture postgres) : StudioTest(postgres)
{
    // What people have in their files: an iteration without a start of its own, the aggregator's old name, a branch of one list, a
    // request whose body is one text, a tool's bare parameter, a note, names that YAML could take for something else, blanks at the
    // ends of lines, fields that nobody knows, and what the editor draws with.
    private const string Old = """
        app:
          description: ''
          icon: "\U0001F916"
          icon_background: '#FFEAD5'
          mode: workflow
          name: 旧流程
        workflow:
          features:
            file_upload: {image: {enabled: false, number_limits: 3, transfer_methods: [local_file, remote_url]}}
            opening_statement: ''
            retriever_resource: {enabled: false}
            sensitive_word_avoidance: {enabled: false}
            speech_to_text: {enabled: false}
            suggested_questions: []
            suggested_questions_after_answer: {enabled: false}
            text_to_speech: {enabled: false, language: '', voice: ''}
          graph:
            edges:
            - {id: e1, source: '1', sourceHandle: source, target: '2', targetHandle: target, type: custom, zIndex: 0, data: {sourceType: start, targetType: iteration}}
            - {id: e2, source: '2', sourceHandle: source, target: '4', targetHandle: target, type: custom}
            - {id: e3, source: '4', sourceHandle: 'true', target: '5', targetHandle: target, type: custom}
            - {id: e4, source: '5', sourceHandle: source, target: '6', targetHandle: target, type: custom}
            - {id: e5, source: '6', sourceHandle: source, target: '7', targetHandle: target, type: custom}
            - {id: e6, source: '7', sourceHandle: source, target: '8', targetHandle: target, type: custom}
            nodes:
            - data: {desc: '', selected: false, title: 开始, type: start, variables: [{label: List, type: paragraph, variable: list, required: true, max_length: 400}]}
              height: 90
              id: '1'
              position: {x: -12.5, y: 0.1}
              positionAbsolute: {x: -12.5, y: 0.1}
              sourcePosition: right
              targetPosition: left
              type: custom
              width: 244
            - data: {iterator_selector: ['1', list], output_selector: ['3', text], output_type: 'array[string]', start_node_id: '3', title: 迭代, type: iteration, startNodeType: template-transform}
              height: 377
              id: '2'
              type: custom
              zIndex: 1
            - data:
                isInIteration: true
                iteration_id: '2'
                template: "{{ arg1 }} \n\n  indented \t\n"
                title: 模板
                type: template-transform
                variables: [{value_selector: ['2', item], variable: arg1}]
              extent: parent
              id: '3'
              parentId: '2'
              position: {x: 117, y: 85}
              type: custom
              zIndex: 1001
            - data: {conditions: [{comparison_operator: not empty, id: c, value: '', variable_selector: ['2', output]}], logical_operator: and, title: 条件, type: if-else}
              id: '4'
              type: custom
            - data: {output_type: string, title: 聚合, type: variable-assigner, variables: [['2', output]]}
              id: '5'
              type: custom
            - data: {authorization: {config: null, type: no-auth}, body: {data: '{"a": 1}', type: json}, headers: '', method: post, title: HTTP, type: http-request, url: 'https://example.com', variables: []}
              id: '6'
              type: custom
            - data: {provider_id: time, provider_name: time, provider_type: builtin, title: Time, tool_configurations: {}, tool_name: current_time, tool_parameters: {timezone: UTC}, type: tool, credential_id: c-1}
              id: '7'
              type: custom
            - data:
                outputs:
                - {value_selector: ['5', output], variable: 'true'}
                - {value_selector: ['6', body], variable: '1'}
                title: 结束
                type: end
                unknown_tomorrow: {no: [yes, null, 1.0, 1e3]}
              id: '8'
              type: custom
            - data: {author: Someone, desc: '', height: 88, showAuthor: true, text: '{"root":{}}', theme: blue, title: '', type: '', width: 240}
              id: '9'
              position: {x: 0, y: -200}
              type: custom-note
            viewport: {x: 1, y: 2, zoom: 0.7}
        """;

    [Fact]
    public async Task An_old_file_without_version_and_kind_is_kept_as_written_but_for_what_nobody_could_draw()
    {
        var result = await ImportAsync(Old);

        Assert.Equal(("completed-with-warnings", "0.1.0"), ((string?)result["status"], (string?)result["version"]));
        Assert.Equal(["older_version", "upgraded"], Codes(result));
        Assert.Contains("no start node", (string?)result["warnings"]![1]!["message"], StringComparison.Ordinal);
        var id = (Guid)result["app_id"]!;
        var exported = await ExportAsync(id);
        var (was, now) = (Graph(Old), Graph(exported));
        Assert.Equal("2start", (string?)now["nodes"]![9]!["id"]);
        Assert.Equal("2start", (string?)now["nodes"]![1]!["data"]!["start_node_id"]);
        Assert.Equal(("2start", "3"), ((string?)now["edges"]![6]!["source"], (string?)now["edges"]![6]!["target"]));
        // But for the start, and for the credential that is nobody else's business, nothing has changed.
        now["nodes"]!.AsArray().RemoveAt(9);
        now["edges"]!.AsArray().RemoveAt(6);
        now["nodes"]![1]!["data"]!["start_node_id"] = "3";
        was["nodes"]![6]!["data"]!.AsObject().Remove("credential_id");
        Assert.True(JsonNode.DeepEquals(was, now), exported);
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{id}/publish");

        var again = await ImportAsync(exported);
        Assert.Equal("completed", (string?)again["status"]);
        Assert.Equal(exported, await ExportAsync((Guid)again["app_id"]!));
    }

    [Fact]
    public async Task What_the_workspace_does_not_have_is_told_with_its_node_and_kept()
    {
        Host.Models.Refusal = Core.Errors.Fault.NotFound("models.not_found", "There is no such model.");
        const string File = """
            app: {mode: advanced-chat, name: Chat}
            kind: app
            version: 0.6.0
            dependencies:
            - {type: marketplace, value: {marketplace_plugin_unique_identifier: 'langgenius/openai:0.0.26@f8a1'}}
            - {type: package, value: {plugin_unique_identifier: 'langgenius/unused:1.0.0@0'}}
            workflow:
              graph:
                edges:
                - {source: s, target: m}
                - {source: m, target: k}
                - {source: k, target: x}
                - {source: x, target: a}
                - {source: a, target: gone}
                nodes:
                - {id: s, data: {type: start, variables: []}}
                - {id: m, data: {type: llm, model: {provider: langgenius/openai/openai, name: gpt-4o}, prompt_template: []}}
                - {id: k, data: {type: knowledge-retrieval, dataset_ids: [bm90IG91cnM=]}}
                - {id: x, data: {type: crystal-ball}}
                - {id: a, data: {type: answer, answer: '{{#m.text#}}'}}
            """;

        var result = await ImportAsync(File);

        Assert.Equal("completed-with-warnings", (string?)result["status"]);
        Assert.Equal(
            [
                ("workflows.missing_node", "a", "workflow.graph.nodes[4]"), ("workflows.unknown_node_type", "x", "workflow.graph.nodes[3]"),
                ("unknown_model", "m", "workflow.graph.nodes[1]"), ("unknown_dataset", "k", "workflow.graph.nodes[2]"),
                ("missing_plugin", null, "dependencies[0]"),
            ],
            result["warnings"]!.AsArray().Select(warning => ((string)warning!["code"]!, (string?)warning["node_id"], (string)warning["path"]!)));
        Assert.True(JsonNode.DeepEquals(Graph(File), Graph(await ExportAsync((Guid)result["app_id"]!))));
    }

    [Fact]
    public async Task A_graph_that_runs_in_a_circle_is_a_draft_and_no_version()
    {
        var file = Old
            .Replace("source: '2', sourceHandle: source, target: '4'", "source: '7', sourceHandle: source, target: '4'", StringComparison.Ordinal);

        var result = await ImportAsync(file);

        var circle = result["warnings"]!.AsArray().Single(warning => (string?)warning!["code"] == "workflows.cycle")!;
        Assert.NotNull((string?)circle["node_id"]);
        var refusal = await CallAsync(HttpMethod.Post, $"/api/v1/apps/{result["app_id"]}/publish", expect: HttpStatusCode.BadRequest);
        Assert.Equal("apps.graph_cannot_run", (string?)refusal!["code"]);
    }

    [Theory]
    [InlineData("    viewport:", "    x: &x [a, a, a, a, a, a, a, a]\n    y: &y [*x, *x, *x, *x, *x, *x, *x, *x]\n    z: &z [*y, *y, *y, *y, *y, *y, *y, *y]\n    q: &q [*z, *z, *z, *z, *z, *z, *z, *z]\n    r: &r [*q, *q, *q, *q, *q, *q, *q, *q]\n    s: &s [*r, *r, *r, *r, *r, *r, *r, *r]\n    t: [*s, *s, *s, *s, *s, *s, *s, *s]\n    viewport:", "apps.import_invalid_yaml", null)]
    [InlineData("    nodes:\n", "    nodes: {}\n    others:\n", "apps.invalid_config", "workflow.graph.nodes")]
    [InlineData("  graph:\n", "  graf:\n", "apps.invalid_config", "workflow.graph")]
    [InlineData("  graph:\n", "  environment_variables: [{name: a, value_type: image}]\n  graph:\n", "apps.invalid_config", "workflow.environment_variables[0].value_type")]
    [InlineData("  graph:\n", "  conversation_variables: [{name: a, value_type: number, value: many}]\n  graph:\n", "apps.invalid_config", "workflow.conversation_variables[0].value")]
    [InlineData("suggested_questions: []", "suggested_questions: {}", "apps.invalid_config", "workflow.features.suggested_questions")]
    [InlineData("workflow:\n", "model_config:\n", "apps.import_invalid", "workflow")]
    [InlineData("app:\n", "kind: rag_pipeline\napp:\n", "apps.import_wrong_kind", "kind")]
    public async Task A_file_that_is_wrong_in_one_place_is_refused_as_a_whole(string said, string wrong, string code, string? field)
    {
        Assert.Contains(said, Old, StringComparison.Ordinal);
        var first = Old.IndexOf(said, StringComparison.Ordinal);
        var file = Old[..first] + wrong + Old[(first + said.Length)..];
        var id = await GivenFlowAsync();

        foreach (var query in new[] { "", $"?app_id={id}" })
        {
            var problem = await ImportAsync(file, query, HttpStatusCode.BadRequest);
            Assert.Equal((code, field), ((string?)problem["code"], (string?)problem["field"]));
            Assert.DoesNotContain("config.", (string?)problem["detail"], StringComparison.Ordinal);
        }

        Assert.Equal(1, (int)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/draft"))!["revision"]!);
        Assert.Single((await CallAsync(HttpMethod.Get, "/api/v1/apps"))!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_file_replaces_the_draft_of_an_app_of_its_kind_and_leaves_its_secrets()
    {
        var id = await GivenFlowAsync();
        var draft = (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{id}/draft"))!;
        draft["config"]!["environment_variables"] = JsonNode.Parse("""[{"id": "1", "name": "KEY", "value_type": "secret", "value": "sesame"}]""");
        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{id}/draft", new { revision = 1, config = draft["config"] });
        var masked = (await ExportAsync(id)).Replace("value: ''", "value: '[__HIDDEN__]'", StringComparison.Ordinal);

        await ImportAsync(masked, $"?app_id={id}");

        Assert.Contains("value: sesame", await ExportAsync(id, "?include_secrets=true"), StringComparison.Ordinal);
        Assert.Empty((await SendAsync(Encoding.UTF8.GetBytes(await ExportAsync(id)), "", HttpStatusCode.OK, $"/api/v1/apps/{id}/diff")).AsArray());
        var elsewhere = await ImportAsync(masked);
        Assert.Equal(["empty_secret"], Codes(elsewhere));
        var refusal = await ImportAsync(
            Old.Replace("mode: workflow", "mode: advanced-chat", StringComparison.Ordinal), $"?app_id={id}", HttpStatusCode.Conflict);
        Assert.Equal("apps.import_mode_differs", (string?)refusal["code"]);
    }

    [Fact]
    public async Task A_file_leaves_without_what_belongs_to_one_installation()
    {
        var id = (Guid)(await CallAsync(HttpMethod.Post, "/api/v1/apps", new
        {
            name = "Hooks",
            mode = "workflow",
            graph = JsonNode.Parse("""
                {"nodes": [
                    {"id": "w", "data": {"type": "trigger-webhook", "webhook_url": "https://here/1", "webhook_debug_url": "https://here/2"}},
                    {"id": "p", "data": {"type": "trigger-plugin", "subscription_id": "sub-1"}},
                    {"id": "s", "data": {"type": "trigger-schedule", "config": {"frequency": "hourly"}, "cron_expression": "5 4 * * *"}},
                    {"id": "a", "data": {"type": "agent", "agent_parameters": {"tools": {"value": [{"tool_name": "t", "credential_id": "c-2"}]}}}},
                    {"id": "t", "data": {"type": "tool", "tool_name": "t", "credential_id": "c-3"}}], "edges": []}
                """),
        }, HttpStatusCode.Created))!["id"]!;

        var clean = await ExportAsync(id);

        foreach (var word in new[] { "https://here", "sub-1", "hourly", "c-2", "c-3" })
        {
            Assert.DoesNotContain(word, clean, StringComparison.Ordinal);
        }

        Assert.Contains("5 4 * * *", clean, StringComparison.Ordinal);
        Assert.Contains("12:00 AM", clean, StringComparison.Ordinal);
        var whole = await ExportAsync(id, "?include_secrets=true");
        Assert.Contains("credential_id: c-3", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("https://here", whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://github.com/acme/apps/blob/main/dir/a%20b.yml", "https://raw.githubusercontent.com/acme/apps/main/dir/a%20b.yml")]
    [InlineData("https://github.com/acme/apps/raw/main/a.yml", "https://github.com/acme/apps/raw/main/a.yml")]
    [InlineData("https://example.com/acme/apps/blob/main/a.yml", "https://example.com/acme/apps/blob/main/a.yml")]
    public void A_page_of_GitHub_stands_for_the_file_that_it_shows(string page, string file)
        => Assert.Equal(new Uri(file), RemoteImport.FileOf(new Uri(page)));

    private static JsonNode Graph(string yaml)
        => JsonNode.Parse(YamlJson.Read(yaml, 10_000_000).GetProperty("workflow").GetProperty("graph").GetRawText())!;

    private static IEnumerable<string> Codes(JsonNode result)
        => result["warnings"]!.AsArray().Select(warning => (string)warning!["code"]!);

    private async Task<Guid> GivenFlowAsync()
        => (Guid)(await CallAsync(HttpMethod.Post, "/api/v1/apps", new { name = "Flow", mode = "workflow" }, HttpStatusCode.Created))!["id"]!;

    private Task<JsonNode> ImportAsync(string file, string query = "", HttpStatusCode expect = HttpStatusCode.OK)
        => SendAsync(Encoding.UTF8.GetBytes(file), query, expect);

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
        return await response.Content.ReadAsStringAsync();
    }
}
