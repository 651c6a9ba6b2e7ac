using Middeck.Identity.Retention;
using Middeck.Identity.Tests.Hosting;

namespace Middeck.Identity.Tests.Retention;

public sealed class IdentityTrimTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task What_has_ended_goes_in_small_batches_and_the_audit_log_after_four_hundred_days()
    {
        var (owner, workspace) = await host.NewWorkspaceAsync();
        var person = await host.NewPersonAsync(owner, workspace, "viewer");
        await host.Anonymous().PostAsync("/api/v1/auth/login", new { email = person.Email, password = "wrong" });
        await owner.PostAsync($"/api/v1/workspaces/{workspace}/members/{person.Id}/reset-link");
        var before = await CountAsync();
        Assert.DoesNotContain(0, before.Values);

        Assert.All(await TrimAsync(), removed => Assert.Equal(0, removed));
        host.Clock.Advance(TimeSpan.FromDays(399));
        await TrimAsync();
        Assert.Equal(["audit"], (await CountAsync()).Where(table => table.Value > 0).Select(table => table.Key));
        Assert.Equal(before["audit"], (await CountAsync())["audit"]);
        host.Clock.Advance(TimeSpan.FromDays(2));
        await TrimAsync();

        Assert.All((await CountAsync()).Values, count => Assert.Equal(0, count));
    }

    // Batches of one, until nothing is left to remove.
    private async Task<List<int>> TrimAsync()
    {
        var totals = new List<int>();
        foreach (var trim in IdentityTrims.All)
        {
            var total = 0;
            while (await trim.RunAsync(host.Services, 1, CancellationToken.None) is var removed && removed > 0)
            {
                Assert.Equal(1, removed);
                total++;
            }

            totals.Add(total);
        }

        return totals;
    }

    private async Task<Dictionary<string, long>> CountAsync() => (await host.Database.QueryAsync(
        $"""
        SELECT 'audit', count(*) FROM identity.audit
        UNION ALL SELECT 'session', count(*) FROM identity.session
        UNION ALL SELECT 'refresh_token', count(*) FROM identity.refresh_token
        UNION ALL SELECT 'login_attempt', count(*) FROM identity.login_attempt
        UNION ALL SELECT 'one_time_token', count(*) FROM identity.one_time_token
        UNION ALL SELECT 'invitation', count(*) FROM identity.invitation
        """,
        row => (row.At<string>(0), row.At<long>(1)),
        CancellationToken.None)).ToDictionary();
}
