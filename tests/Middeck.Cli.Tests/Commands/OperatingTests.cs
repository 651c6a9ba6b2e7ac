using System.Text.Json;
using Middeck.Testing;

namespace Middeck.Cli.Tests.Commands;

/// <summary>What an operator does at the terminal while the platform does not run.</summary>
public sealed class OperatingTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task A_switch_to_production_is_refused_forced_and_undone()
    {
        await using var middeck = new MiddeckProcess();
        Directory.CreateDirectory(middeck.Home);
        var file = Path.Combine(middeck.Home, "middeck.yaml");
        await File.WriteAllTextAsync(file, "server:\n  port: 7081 # ours\n");

        var refused = await middeck.RunAsync("env", "use", "prod", "--json", "--yes");
        var view = JsonDocument.Parse(refused.Output).RootElement;
        var unasked = await middeck.RunAsync("env", "use", "prod", "--force", "--lang", "zh");
        var forced = await middeck.RunAsync("env", "use", "prod", "--host", "ai.example.com", "--force", "--yes");

        Assert.Equal(50, refused.Code);
        Assert.Equal((false, "critical"), (view.GetProperty("changed").GetBoolean(), view.GetProperty("readiness").GetProperty("status").GetString()));
        Assert.Equal(2, unasked.Code);
        Assert.Contains("请加 --yes", unasked.Error, StringComparison.Ordinal);
        Assert.Equal(0, forced.Code);
        Assert.Contains("--force ignores backup.none", forced.Error, StringComparison.Ordinal);
        Assert.StartsWith("server:\n  port: 7081 # ours\n  environment: prod\n", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(0, (await middeck.RunAsync("env", "restore", "--yes")).Code);
        Assert.Equal("server:\n  port: 7081 # ours\n", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_home_on_a_disk_that_is_mounted_read_only_is_told_apart_and_everything_else_still_looked_at()
    {
        await using var middeck = new MiddeckProcess();
        Assert.Equal(0, (await middeck.RunAsync("env", "use", "dev", "--yes")).Code);

        string[] readOnly = ["bwrap", "--dev-bind", "/", "/", "--ro-bind", middeck.Home, middeck.Home, "--"];
        var doctor = await CommandResult.OfAsync(
            readOnly.Concat(middeck.Command("doctor", "home", "configuration", "disk", "--json")), middeck.Environment);

        Assert.Equal(48, doctor.Code);
        var checks = JsonDocument.Parse(doctor.Output).RootElement.GetProperty("checks").EnumerateArray().ToDictionary(
            check => check.GetProperty("name").GetString()!);
        var finding = Assert.Single(checks["home"].GetProperty("findings").EnumerateArray());
        Assert.Equal("home.read_only", finding.GetProperty("code").GetString());
        Assert.Contains("remount,rw", finding.GetProperty("command").GetString(), StringComparison.Ordinal);
        Assert.Equal("ok", checks["configuration"].GetProperty("state").GetString());
        Assert.Equal("ok", (await HomeAsync(middeck)).GetProperty("state").GetString());
    }

    [OrdinaryUserFact]
    public async Task A_folder_that_its_owner_closed_is_opened_again()
    {
        await using var middeck = new MiddeckProcess(OrdinaryUserFactAttribute.User);
        Assert.Equal(0, (await middeck.RunAsync("env", "use", "dev", "--yes")).Code);
        File.SetUnixFileMode(Path.Combine(middeck.Home, "logs"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var doctor = await middeck.RunAsync("doctor", "home", "--fix", "--yes", "--json");

        Assert.Equal(0, doctor.Code);
        var home = JsonDocument.Parse(doctor.Output).RootElement.GetProperty("checks")[0];
        Assert.Equal("home.not_writable", Assert.Single(home.GetProperty("repaired").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task The_database_shell_needs_no_password_on_its_command_line()
    {
        await using var middeck = new MiddeckProcess();
        middeck.Environment["MIDDECK_DATABASE__CONNECTION"] = postgres.ConnectionString;

        var shell = await middeck.RunAsync("db", "shell", "--", "-tAc", "SELECT current_setting('application_name')");
        var status = await middeck.RunAsync("db", "status", "--json");
        var users = await middeck.RunAsync("user", "list", "--json");

        Assert.Equal((0, "middeck db shell\n"), (shell.Code, shell.Output));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(middeck.Home, "run"), "psql.*"));
        Assert.False(JsonDocument.Parse(status.Output).RootElement.GetProperty("private").GetBoolean());
        // It has no tables yet.
        Assert.Equal(3, users.Code);
    }

    [Theory]
    [InlineData("en", "'upp' was not matched", "What there is: middeck --help")]
    [InlineData("zh", "没有“upp”", "查看用法：middeck --help")]
    public async Task A_mistyped_command_proposes_the_right_one_in_the_language_of_the_person(string language, string unmatched, string help)
    {
        await using var middeck = new MiddeckProcess();

        var mistyped = await middeck.RunAsync("upp", "--lang", language);

        Assert.Equal(2, mistyped.Code);
        Assert.Contains(unmatched, mistyped.Output + mistyped.Error, StringComparison.Ordinal);
        Assert.Contains(help, mistyped.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> HomeAsync(MiddeckProcess middeck)
        => JsonDocument.Parse((await middeck.RunAsync("doctor", "home", "--json")).Output).RootElement.GetProperty("checks")[0];
}
