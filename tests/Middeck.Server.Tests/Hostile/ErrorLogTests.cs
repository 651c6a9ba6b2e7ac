using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests.Hostile;

public sealed class ErrorLogTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task A_statement_that_fails_is_a_500_whose_trace_id_is_in_the_error_log()
    {
        using var admin = await host.SignInAsync();
        await admin.GetAsync("/api/v1/apps");
        await ExecuteAsync("ALTER TABLE studio.app RENAME TO app_away");

        var problem = await admin.GetAsync("/api/v1/apps", 500);
        await ExecuteAsync("ALTER TABLE studio.app_away RENAME TO app");

        Assert.Equal("internal.unexpected", problem.GetProperty("code").GetString());
        Assert.DoesNotContain("studio", problem.GetRawText(), StringComparison.Ordinal);
        var row = Assert.Single((await admin.GetAsync("/api/v1/admin/errors")).GetProperty("data").EnumerateArray());
        Assert.Equal(problem.GetProperty("trace_id").GetString(), row.GetProperty("trace_id").GetString());
        Assert.Contains("/api/v1/apps", row.GetProperty("operation").GetString(), StringComparison.Ordinal);
        await admin.GetAsync("/api/v1/apps");
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = host.Postgres.Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
