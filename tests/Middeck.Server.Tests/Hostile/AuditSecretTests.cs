using Middeck.ScriptedModel;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Hostile;

public sealed class AuditSecretTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task The_audit_log_has_every_change_and_no_secret()
    {
        const string Password = "another-good-pass-9";
        using var admin = await host.SignInAsync();
        var workspace = await host.CreateWorkspaceAsync("Audited", "viewer");
        var (_, appKey) = await workspace.Owner.PublishedAppAsync();
        var managementKey = await workspace.Owner.PostAsync(
            "/api/v1/management-keys", new { name = "audited", scopes = new[] { "apps.read" } }, 201);
        var datasetKey = await workspace.Owner.PostAsync("/api/v1/knowledge-bases/api-keys", new { name = "audited" }, 201);
        var provider = await workspace.Owner.PostAsync(
            "/api/v1/model-providers",
            new { name = "audited", kind = "openai", base_url = host.Model.BaseUrl, api_key = ScriptedModelServer.ApiKey },
            201);
        await workspace.Owner.PatchAsync(
            $"/api/v1/model-providers/{provider.GetProperty("id").GetString()}", new { api_key = ScriptedModelServer.ApiKey + "0" });
        var invitation = await workspace.Owner.PostAsync(
            $"/api/v1/workspaces/{workspace.Id}/invitations", new { role = "viewer" }, 201);
        await workspace.Members["viewer"].PostAsync(
            "/api/v1/auth/password", new { current_password = Password, new_password = Password + "x" }, 204);
        using var anonymous = host.Anonymous();
        await anonymous.PostAsync("/api/v1/auth/login", new { email = MiddeckHost.AdminEmail, password = "wrong-guess-77" }, 401);

        var log = await TextAsync("SELECT coalesce(string_agg(audit::text, E'\\n'), '') FROM identity.audit");

        foreach (var action in new[]
        {
            "create_workspace", "create_app", "publish_app", "create_management_key", "create_model_provider", "update_model_provider",
            "create_invitation", "accept_invitation", "change_password", "login", "login_failed",
        })
        {
            Assert.Contains($",{action},", log, StringComparison.Ordinal);
        }

        foreach (var secret in new[]
        {
            appKey, ScriptedModelServer.ApiKey, Password, MiddeckHost.AdminPassword, "wrong-guess-77",
            managementKey.GetProperty("key").GetString()!, datasetKey.GetProperty("key").GetString()!,
            invitation.GetProperty("token").GetString()!, admin.Http.DefaultRequestHeaders.Authorization!.Parameter!,
        })
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
        }
    }

    private async Task<string> TextAsync(string sql)
    {
        await using var command = host.Postgres.Source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
