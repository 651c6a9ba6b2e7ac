using Middeck.Operations.Checks;
using Middeck.Operations.Home;
using Middeck.ScriptedModel;
using Middeck.Server.Checks;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Checks;

public sealed class PlatformChecksTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task A_revoked_key_is_found_and_a_new_one_repairs_it()
    {
        using var admin = await host.SignInAsync();
        await admin.PostAsync(
            "/api/v1/model-providers",
            new { name = "revoked", kind = "openai", base_url = host.Model.BaseUrl, api_key = "sk-revoked-0123456789" },
            201);

        var finding = Assert.Single((await LookAsync("models")).Findings);
        Assert.Equal(("models.key_refused", Severity.Critical), (finding.Code, finding.Severity));
        Assert.DoesNotContain("sk-revoked", finding.Sentence.English, StringComparison.Ordinal);
        Assert.NotNull(finding.Repair!.Secret);
        await Assert.ThrowsAsync<Operations.RefusedException>(() => finding.Repair.ApplyAsync("sk-wrong-too", CancellationToken.None));
        await finding.Repair.ApplyAsync(ScriptedModelServer.ApiKey, CancellationToken.None);

        Assert.Empty((await LookAsync("models")).Findings);
    }

    [Fact]
    public async Task A_job_of_a_node_that_is_gone_is_put_back_and_a_schema_of_a_newer_version_is_refused()
    {
        await host.Postgres.Source.CreateCommand("""
            INSERT INTO jobs.job (id, workspace_id, kind, subject, title, state, max_attempts, payload, not_before, created_at,
                lease_owner, lease_expires_at)
            VALUES (gen_random_uuid(), gen_random_uuid(), 'nobody.knows', gen_random_uuid(), 'Lost', 'running', 3, '{}', now(),
                now(), gen_random_uuid(), now() - interval '5 minutes');
            INSERT INTO storage.migration (room, number, name, checksum) VALUES ('jobs', 9999, 'of_tomorrow', 'x')
            """).ExecuteNonQueryAsync();

        var schema = Assert.Single((await LookAsync("schema")).Findings);
        var jobs = (await LookAsync("jobs")).Findings;
        foreach (var orphaned in jobs.Where(finding => finding.Code == "jobs.orphaned"))
        {
            await orphaned.Repair!.ApplyAsync(null, CancellationToken.None);
        }

        Assert.Equal(("schema.newer", "middeck upgrade"), (schema.Code, schema.Command));
        Assert.DoesNotContain((await LookAsync("jobs")).Findings, finding => finding.Code == "jobs.orphaned");
    }

    [Fact]
    public async Task Everything_else_of_a_running_platform_is_well()
    {
        foreach (var name in new[] { "objects", "accounts" })
        {
            var outcome = await LookAsync(name);
            Assert.Null(outcome.NotRun);
            Assert.Empty(outcome.Findings);
        }
    }

    private async Task<CheckOutcome> LookAsync(string name)
    {
        var home = new MiddeckHome(Path.GetTempPath());
        await using var scene = CheckScene.Open(
            home,
            new Dictionary<string, string> { ["DATABASE_URL"] = host.Postgres.ConnectionString },
            MiddeckServer.KnownOptions(),
            TimeProvider.System,
            _ => new RunningPlatform(host.Services));
        var outcome = await Checkup.RunAsync(
            PlatformChecks.Checkup.Checks.Single(check => check.Name == name), scene, CancellationToken.None);
        Assert.Null(outcome.NotRun);
        return outcome;
    }

    /// <summary>The host's services, which the scene must not dispose of.</summary>
    private sealed class RunningPlatform(IServiceProvider services) : IServiceProvider
    {
        public object? GetService(Type serviceType) => services.GetService(serviceType);
    }
}
