using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Identity.Tests.Hosting;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Tests.Bootstrap;

public sealed class FirstAdministratorTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task A_generated_password_works_is_kept_private_and_its_file_goes_when_it_is_changed()
    {
        var folder = Directory.CreateTempSubdirectory("middeck-first-").FullName;
        var file = Path.Combine(folder, "run", "initial-admin-password");
        await using var database = new EmptyDatabase(host);
        await using var node = await database.BuildAsync(new()
        {
            ["identity:adminpassword"] = "",
            ["identity:initialpasswordfile"] = file,
        });
        await node.Services.BootstrapIdentityAsync(CancellationToken.None);
        await node.StartAsync();
        var password = (await File.ReadAllTextAsync(file)).Trim();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new Uri(node.Urls.Single()) };
        var login = await new ApiClient(http).PostAsync(
            "/api/v1/auth/login", new { email = IdentityHost.AdminEmail, password });
        Assert.True(login.Body.GetProperty("user").GetProperty("must_change_password").GetBoolean());
        var admin = new ApiClient(http).With(login.Text("access_token"));
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync("/probe/caller")).Status);

        await admin.PostAsync("/api/v1/auth/password", new { current_password = password, new_password = "my own words 1" });

        Assert.False(File.Exists(file));
        var me = await admin.GetAsync("/api/v1/auth/me");
        Assert.False(me.Body.GetProperty("must_change_password").GetBoolean());
        await node.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_configured_password_is_not_asked_to_change_and_a_second_start_makes_nobody()
    {
        await host.Services.BootstrapIdentityAsync(CancellationToken.None);

        var me = await (await host.LoginAsync()).GetAsync("/api/v1/auth/me");
        Assert.False(me.Body.GetProperty("must_change_password").GetBoolean());
        Assert.Equal(1, await host.Database.ScalarAsync<long>(
            $"SELECT count(*) FROM identity.user WHERE installation_admin", CancellationToken.None));
    }

    [Fact]
    public async Task Nodes_that_start_at_once_make_one_administrator()
    {
        await using var database = new EmptyDatabase(host);
        await using var one = await database.BuildAsync([]);
        await using var two = await database.BuildAsync([]);

        await Task.WhenAll(
            one.Services.BootstrapIdentityAsync(CancellationToken.None),
            two.Services.BootstrapIdentityAsync(CancellationToken.None));

        Assert.Equal(1, await one.Services.GetRequiredService<Database>().ScalarAsync<long>(
            $"SELECT count(*) FROM identity.user", CancellationToken.None));
    }

    [Theory]
    [InlineData("admin" + "123")]
    [InlineData("Password123")]
    [InlineData("short1")]
    [InlineData("admin@middeck.local 1")]
    public async Task A_weak_or_published_password_stops_the_start_in_prod_and_only_there(string password)
    {
        await using var prod = host.Build(new()
        {
            ["identity:adminpassword"] = password,
            ["server:environment"] = "prod",
        });
        await using var dev = host.Build(new() { ["identity:adminpassword"] = password });

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(
            () => prod.Services.BootstrapIdentityAsync(CancellationToken.None));
        Assert.Contains("MIDDECK_ADMIN_PASSWORD", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(password, refusal.Message, StringComparison.Ordinal);
        await dev.Services.BootstrapIdentityAsync(CancellationToken.None);
    }

    [Fact]
    public void A_short_signing_secret_stops_the_start()
    {
        var node = host.Build(new() { ["identity:jwtaccesssecret"] = new string('s', 31) });

        var refusal = Assert.Throws<OptionsValidationException>(
            () => node.Services.GetRequiredService<IOptions<IdentityOptions>>().Value);

        Assert.Contains("JWT_ACCESS_SECRET", refusal.Message, StringComparison.Ordinal);
    }
}
