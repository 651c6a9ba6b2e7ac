using Middeck.Operations.Checks;
using Middeck.Operations.Checks.Production;
using Middeck.Operations.Environments;
using Middeck.Operations.Tests.Checks;
using Middeck.Testing;

namespace Middeck.Operations.Tests.Environments;

public sealed class EnvironmentSwitchTests : HomeTest
{
    private const string Ours = """
        # our server

        server:   # the door
          # nobody else may use 80
          port: 8080 # agreed with Bo
          allowed_origins:
            - https://intranet.example.com

        models:
          openai_api_key: "sk-1234567890"  # hers

        """;

    private readonly FakeClock _clock = new();

    private EnvironmentSwitch Switch => new(Test.Home, _clock);

    private ConfigurationBackups Backups => new(Test.Home, _clock);

    [Fact]
    public void A_switch_changes_its_settings_and_leaves_every_other_line_as_it_was()
    {
        Write(Ours);

        Switch.Apply(Switch.Plan("prod", "ai.example.com"));

        Assert.Equal(
            """
            # our server

            server:   # the door
              # nobody else may use 80
              port: 8080 # agreed with Bo
              allowed_origins: ["https://intranet.example.com"]
              environment: prod
              address: 0.0.0.0
              public_url: https://ai.example.com
              log_level: information
              debug: false
              secure_cookies: true

            models:
              openai_api_key: "sk-1234567890"  # hers

            """,
            Read());
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Test.Home.ConfigurationFile));
    }

    [Fact]
    public void There_and_back_again_knows_the_public_address_and_can_be_undone()
    {
        Write(Ours);
        Switch.Apply(Switch.Plan("prod", "ai.example.com:8443"));
        var production = Read();
        Switch.Apply(Switch.Plan("dev", null));
        Assert.DoesNotContain("public_url", Read(), StringComparison.Ordinal);
        Assert.Contains("debug: true", Read(), StringComparison.Ordinal);

        Assert.Contains("https://ai.example.com:8443", Switch.Plan("prod", null).After, StringComparison.Ordinal);
        Backups.Restore(Backups.Find(null));

        Assert.Equal(production, Read());
        Assert.Equal(3, Backups.List().Count);
        Assert.Equal(Ours, File.ReadAllText(Path.Combine(Backups.List()[^1].Folder, "middeck.yaml")));
        Assert.All(Backups.List(), backup => Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(backup.Folder)));
    }

    [Fact]
    public void What_another_wrote_meanwhile_is_not_lost()
    {
        Write(Ours);
        var plan = Switch.Plan("prod", null);
        Write("server:\n  port: 1\n");

        Assert.Throws<RefusedException>(() => Switch.Apply(plan));

        Assert.Equal("server:\n  port: 1\n", Read());
        Assert.Empty(Backups.List());
    }

    [Fact]
    public void A_file_that_cannot_be_changed_by_lines_is_left_alone()
    {
        Write("server: {port: 1}\n");
        Assert.Contains("middeck.yaml:1: server is written in braces", Refusal(), StringComparison.Ordinal);

        Write("server:\n  port: [1\n");
        Assert.StartsWith("middeck.yaml:", Refusal(), StringComparison.Ordinal);
        Assert.Throws<RefusedException>(() => Switch.Plan("prod", "not a host"));
    }

    [Fact]
    public void An_environment_variable_that_overrides_the_switch_is_named()
    {
        var overridden = EnvironmentSwitch.Overridden(
            Switch.Plan("prod", null), new Dictionary<string, string> { ["MIDDECK_ENV"] = "dev", ["MIDDECK_SERVER__DEBUG"] = "true" });

        Assert.Equal(
            ["MIDDECK_ENV", "MIDDECK_SERVER__DEBUG"], overridden.Select(found => found.By).Order());
    }

    [Fact]
    public async Task Production_is_judged_by_what_the_file_would_be()
    {
        Write("server:\n  debug: true\n  allowed_origins: [\"*\"]\n");
        var doctor = new Doctor(Test.Home);
        doctor.Environment["MIDDECK_SERVER__LOG_LEVEL"] = "debug";

        Assert.Equal(["environment.log_level"], await ReadinessAsync(doctor, Switch.Plan("prod", "ai.example.com"), "environment"));
        Assert.Equal(
            ["environment.no_tls", "environment.log_level"],
            (await ReadinessAsync(doctor, Switch.Plan("prod", null), "environment")).OrderDescending());
        Assert.Equal(
            ["backup.none", "backup.not_drilled", "backup.not_scheduled"],
            (await ReadinessAsync(doctor, Switch.Plan("prod", null), "backup")).Order());

        var now = TimeProvider.System.GetUtcNow();
        doctor.Backups = new BackupHistory(now.AddDays(-30), now.AddDays(-1), true);
        Assert.Equal(["backup.old"], await ReadinessAsync(doctor, Switch.Plan("prod", null), "backup"));
        Assert.NotNull((await RunAsync(doctor, Switch.Plan("dev", null), "backup")).NotRun);
    }

    [Fact]
    public void A_difference_masks_secrets()
    {
        var lines = ConfigurationDiff.Between("a:\n  api_key: one\n  port: 1\n", "a:\n  api_key: two\n  port: 1\n");

        Assert.Equal([new DiffLine('-', 2, "  api_key: ••••"), new DiffLine('+', 2, "  api_key: ••••")], lines);
    }

    private async Task<IEnumerable<string>> ReadinessAsync(Doctor doctor, EnvironmentPlan plan, string check)
        => (await RunAsync(doctor, plan, check)).Findings.Select(finding => finding.Code);

    private async Task<CheckOutcome> RunAsync(Doctor doctor, EnvironmentPlan plan, string check)
    {
        using var draft = Switch.Draft(plan);
        await using var scene = doctor.Open(draft.File);
        return await Checkup.RunAsync(doctor.Checkup.Readiness().Of([check]).Checks[0], scene, CancellationToken.None);
    }

    private string Refusal() => Assert.Throws<RefusedException>(() => Switch.Plan("prod", null)).Message;

    private string Read() => File.ReadAllText(Test.Home.ConfigurationFile);

    private void Write(string text) => File.WriteAllText(Test.Home.ConfigurationFile, text);
}
