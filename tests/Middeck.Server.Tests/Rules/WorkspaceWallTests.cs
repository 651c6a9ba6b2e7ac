using System.Net;
using System.Net.Http.Headers;
using Middeck.Core.Security;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Rules;

public sealed class WorkspaceWallTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    // What must be valid before the object is looked for; an empty object is enough for the others.
    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["PATCH /api/v1/workspaces/{workspaceId}"] = """{"name":"Taken"}""",
        ["DELETE /api/v1/workspaces/{workspaceId}"] = """{"confirm_name":"Theirs"}""",
        ["POST /api/v1/workspaces/{workspaceId}/invitations"] = """{"role":"viewer"}""",
        ["PATCH /api/v1/workspaces/{workspaceId}/members/{userId}"] = """{"role":"admin"}""",
        ["PUT /api/v1/access/{kind}/{resourceId:guid}/"] = """{"mode":"workspace","grants":[]}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/retrieve"] = """{"query":"wall"}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/cases/"] = """{"query":"wall","expected":[{"document_id":"01900000-0000-7000-8000-000000000001"}]}""",
        ["PUT /api/v1/knowledge-bases/{id:guid}/cases/{case:guid}"] = """{"query":"wall","expected":[{"document_id":"01900000-0000-7000-8000-000000000001"}]}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/documents/text"] = """{"name":"a","text":"wall"}""",
        ["PUT /api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}/text"] = """{"text":"wall"}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/uploads/"] = """{"name":"a.txt","size":1}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/sources/"] = """{"name":"a","kind":"web","settings":{}}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/sources/check"] = """{"kind":"web","settings":{}}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/documents/batch"] = """{"ids":["01900000-0000-7000-8000-000000000001"]}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/documents/metadata"] = """{"documents":[{"document_id":"01900000-0000-7000-8000-000000000001","values":[]}]}""",
        ["PUT /api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}/metadata"] = """{"values":[]}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/documents/download-zip"] = """{"ids":["01900000-0000-7000-8000-000000000001"]}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}/chunks"] = """{"chunks":[{"content":"Taken"}]}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}/chunks/batch"] = """{"ids":["01900000-0000-7000-8000-000000000001"]}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}/chunks/{chunk:guid}/split"] = """{"offset":3}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}/chunks/{chunk:guid}/children/"] = """{"content":"Taken"}""",
        ["PATCH /api/v1/knowledge-bases/{id:guid}/documents/{doc:guid}/chunks/{chunk:guid}/children/{child:guid}"] = """{"content":"Taken"}""",
        ["POST /api/v1/knowledge-bases/{id:guid}/metadata/"] = """{"name":"Taken"}""",
        ["PATCH /api/v1/knowledge-bases/{id:guid}/metadata/{field:guid}"] = """{"name":"Taken"}""",
        ["PATCH /api/v1/knowledge-tags/{tag:guid}"] = """{"name":"Taken"}""",
        ["PUT /api/v1/apps/{id:guid}/annotation-reply"] = """{"enabled":true}""",
        ["POST /api/v1/apps/{id:guid}/annotations/delete"] = """{"ids":["01900000-0000-7000-8000-000000000001"]}""",
        ["PATCH /api/v1/apps/{id:guid}/memory/{factId:guid}"] = """{"text":"Taken"}""",
        ["POST /api/v1/apps/{id:guid}/test-sets/"] = """{"name":"Taken"}""",
        ["PUT /api/v1/apps/{id:guid}/test-sets/{setId:guid}"] = """{"name":"Taken"}""",
        ["POST /api/v1/apps/{id:guid}/test-sets/{setId:guid}/cases"] = """{"question":"Taken?"}""",
        ["PUT /api/v1/apps/{id:guid}/test-sets/{setId:guid}/cases/{caseId:guid}"] = """{"question":"Taken?"}""",
        ["POST /api/v1/apps/{id:guid}/test-sets/{setId:guid}/cases/from-messages"] = """{"message_ids":["01900000-0000-7000-8000-000000000001"]}""",
        ["POST /api/v1/apps/{id:guid}/evaluations"] = """{"set_id":"01900000-0000-7000-8000-000000000001"}""",
        ["PUT /api/v1/apps/{id:guid}/publish-bar/"] = """{"set_id":"01900000-0000-7000-8000-000000000001"}""",
        ["PATCH /api/v1/app-tags/{tag:guid}"] = """{"name":"Taken"}""",
        ["POST /api/v1/apps/{id:guid}/problems/"] = """{"config":{}}""",
        ["POST /api/v1/apps/{id:guid}/rollback"] = """{"version":1}""",
        ["PUT /api/v1/apps/{id:guid}/site/"] = """{"title":"Taken"}""",
        ["PUT /api/v1/apps/{id:guid}/site/access"] = """{"enabled":true}""",
        ["POST /api/v1/apps/{id:guid}/channels/"] = """{"kind":"webhook","name":"Taken"}""",
        ["PATCH /api/v1/apps/{id:guid}/triggers/{triggerId:guid}"] = """{"enabled":false}""",
        ["PUT /api/v1/apps/{id:guid}/draft"] = """{"revision":1,"config":{}}""",
        ["POST /api/v1/apps/{id:guid}/workflow-runs/"] = """{"inputs":{}}""",
        ["POST /api/v1/apps/{id:guid}/workflow-runs/{runId:guid}/forms/{formId:guid}"] = """{"action":"yes"}""",
        ["POST /api/v1/apps/{id:guid}/chat/"] = """{"query":"hello"}""",
        ["POST /api/v1/apps/{id:guid}/chat/{taskId:guid}/confirmations/{confirmation:guid}"] = """{"allow":true}""",
        ["PATCH /api/v1/conversations/{id:guid}"] = """{"name":"Taken"}""",
        ["PUT /api/v1/conversations/{id:guid}/current"] = """{"message_id":"01900000-0000-7000-8000-000000000001"}""",
        ["POST /api/v1/messages/{id:guid}/feedback"] = """{"rating":"like"}""",
    };

    [Fact]
    public async Task No_endpoint_reaches_an_object_of_another_workspace()
    {
        var theirs = await host.CreateWorkspaceAsync("Theirs", "viewer");
        var ids = await Sample.CreateAsync(host, theirs);
        var stranger = (await host.CreateWorkspaceAsync("Ours", "owner")).Members["owner"];
        var wrong = new List<string>();

        foreach (var endpoint in PlatformEndpoints.All(host).Where(IsWalled))
        {
            var path = new Placeholders(ids).Fill(endpoint.Route
                .Replace("{kind}/{resourceId:guid}", $"app/{ids["apps"]}", StringComparison.Ordinal));
            if (endpoint.Route.EndsWith("/text", StringComparison.Ordinal))
            {
                path += $"?around={ids["chunks"]}";
            }

            if (endpoint.Route.EndsWith("/comparison", StringComparison.Ordinal))
            {
                path += $"?other={ids["evaluations"]}";
            }

            using var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), path);
            if (endpoint.ContentType is not null)
            {
                request.Content = new StringContent(
                    Bodies.GetValueOrDefault(endpoint.ToString(), "{}"), MediaTypeHeaderValue.Parse(endpoint.ContentType));
            }

            using var answer = await stranger.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            if (answer.StatusCode != HttpStatusCode.NotFound)
            {
                wrong.Add($"{endpoint}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        await theirs.Owner.GetAsync($"/api/v1/apps/{ids["apps"]}");
        await theirs.Owner.GetAsync($"/api/v1/knowledge-bases/{ids["knowledge-bases"]}/documents/{ids["documents"]}");
    }

    [Fact]
    public async Task Asking_for_a_workspace_that_one_does_not_belong_to_is_404()
    {
        var theirs = await host.CreateWorkspaceAsync("Theirs");
        var stranger = (await host.CreateWorkspaceAsync("Ours", "owner")).Members["owner"];
        stranger.Http.DefaultRequestHeaders.Remove("X-Workspace-Id");
        stranger.Http.DefaultRequestHeaders.Add("X-Workspace-Id", theirs.Id.ToString());

        var problem = await stranger.GetAsync("/api/v1/apps", 404);

        Assert.Equal("workspaces.not_found", problem.GetProperty("code").GetString());
    }

    // Routes of the workspace that name an object. One's own sessions, live streams and end users' messages have tests of their
    // own; templates are everybody's.
    private static bool IsWalled(PlatformEndpoint endpoint)
        => endpoint.Route.Contains('{', StringComparison.Ordinal)
            && endpoint.Scope == PermissionScope.Workspace
            && !endpoint.Route.StartsWith("/api/v1/errors", StringComparison.Ordinal)
            && !endpoint.Route.StartsWith("/api/v1/app-templates", StringComparison.Ordinal)
            && !endpoint.Route.Contains("api-keys/{", StringComparison.Ordinal);
}
