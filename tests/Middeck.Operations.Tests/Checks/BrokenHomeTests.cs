using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Middeck.Operations.Checks;
using Middeck.Operations.Environments;
using Middeck.Testing;

namespace Middeck.Operations.Tests.Checks;

/// <summary>A home that is broken in many ways: each is found by its code, has a command, and is repaired.</summary>
public sealed class BrokenHomeTests : HomeTest
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private Doctor Doctor => new(Test.Home);

    [Fact]
    public async Task A_home_that_is_well_has_no_findings_but_that_nothing_runs_yet()
    {
        await using var scene = Doctor.Open();

        var findings = new List<Finding>();
        await foreach (var report in Doctor.Checkup.RunAsync(scene, CancellationToken.None))
        {
            findings.AddRange(report.Outcome.Findings.Where(finding => !finding.Code.StartsWith("limits.", StringComparison.Ordinal)));
        }

        // The machine's own limits, clock and disks are not this test's.
        Assert.Subset(
            new HashSet<string> { "services.not_running", "database.not_made", "clock.not_synchronized", "disk.low" },
            findings.Select(finding => finding.Code).ToHashSet());
    }

    [Fact]
    public async Task A_disk_without_room_is_found_and_old_logs_are_offered()
    {
        Write("doctor:\n  disk_free_megabytes: 100000000\n");
        var old = Path.Combine(Test.Home.Logs, "platform.log.1");
        await File.WriteAllTextAsync(old, "old\n");

        var low = (await Doctor.LookAsync("disk"))[0];

        Assert.Equal(("disk.low", Severity.Critical), (low.Code, low.Severity));
        Assert.StartsWith("du ", low.Command, StringComparison.Ordinal);
        await low.Repair!.ApplyAsync(null, CancellationToken.None);
        Assert.False(File.Exists(old));
    }

    [Fact]
    public async Task A_corrupt_configuration_hides_no_other_check_and_its_backup_is_put_back()
    {
        Write("server:\n  port: 7080 # ours\n");
        new ConfigurationBackups(Test.Home, TimeProvider.System).Create();
        Write("server:\n  port: [7080\n");
        await using (var scene = Doctor.Open())
        {
            Assert.Null((await Checkup.RunAsync(Doctor.Checkup.Of(["disk"]).Checks[0], scene, CancellationToken.None)).NotRun);
        }

        var finding = await Doctor.FindAsync("configuration.invalid");
        Assert.StartsWith("middeck.yaml:", finding.Sentence.English, StringComparison.Ordinal);
        Assert.StartsWith("middeck env restore 2", finding.Command, StringComparison.Ordinal);
        await Doctor.RepairAsync("configuration.invalid");

        Assert.Equal("server:\n  port: 7080 # ours\n", await File.ReadAllTextAsync(Test.Home.ConfigurationFile));
    }

    [Fact]
    public async Task Without_a_backup_a_corrupt_configuration_is_set_aside()
    {
        Write("server:\n  prot: 1\n");

        await Doctor.RepairAsync("configuration.invalid");

        Assert.True(File.Exists($"{Test.Home.ConfigurationFile}.broken"));
    }

    [Fact]
    public async Task Secrets_that_others_can_read_are_closed()
    {
        var key = Path.Combine(Test.Home.Keys, "master");
        await File.WriteAllTextAsync(key, "secret");
        File.SetUnixFileMode(key, OwnerOnly | UnixFileMode.OtherRead);
        Assert.Equal($"chmod 0600 {key}", (await Doctor.FindAsync("permissions.too_open")).Command);

        await Doctor.RepairAsync("permissions.too_open");

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(key));
    }

    [Fact]
    public async Task A_taken_entry_port_names_its_owner_and_moves_to_a_free_one()
    {
        using var foreign = new TcpListener(IPAddress.Loopback, 0);
        foreign.Start();
        var port = ((IPEndPoint)foreign.LocalEndpoint).Port;
        Write($"# mine\nserver:\n  # the door\n  port: {port} # taken\n");
        var finding = await Doctor.FindAsync("entry_port.taken");
        Assert.Contains($"process {Environment.ProcessId} (", finding.Sentence.English, StringComparison.Ordinal);

        await Doctor.RepairAsync("entry_port.taken");

        var text = await File.ReadAllTextAsync(Test.Home.ConfigurationFile);
        Assert.StartsWith("# mine\nserver:\n  # the door\n  port: ", text, StringComparison.Ordinal);
        Assert.EndsWith(" # taken\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, "certificates.expired", Severity.Critical)]
    [InlineData(5, "certificates.expires_soon", Severity.Warning)]
    public async Task A_certificate_whose_time_is_over_is_found_and_ours_is_made_anew(int daysLeft, string code, Severity severity)
    {
        var path = Path.Combine(Test.Home.Keys, "entry.crt");
        await File.WriteAllTextAsync(path, Certificate(TimeProvider.System.GetUtcNow().AddDays(daysLeft)));
        File.SetUnixFileMode(path, OwnerOnly);
        Assert.Equal(severity, (await Doctor.FindAsync(code)).Severity);

        await Doctor.RepairAsync(code);

        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_clock_that_was_turned_back_is_found_by_what_was_written_before()
    {
        await File.WriteAllTextAsync(Test.Home.RunFile("status.note"), "now");
        var doctor = Doctor;
        doctor.Clock = new FakeClock(TimeProvider.System.GetUtcNow().AddHours(-2));

        Assert.Equal(Severity.Critical, (await doctor.FindAsync("clock.behind")).Severity);
    }

    [Fact]
    public async Task What_dead_processes_left_behind_is_removed()
    {
        await File.WriteAllTextAsync(Test.Home.RunFile("platform.pid"), "4194304 1\n");
        await File.WriteAllTextAsync(Test.Home.RunFile("pg.json.4194304.new"), "{");

        await Doctor.RepairAsync("leftovers.pid_file");
        await Doctor.RepairAsync("leftovers.draft");
    }

    [Fact]
    public async Task A_log_that_grew_too_large_begins_anew()
    {
        Write("doctor:\n  log_megabytes: 1\n");
        await File.WriteAllBytesAsync(Test.Home.LogOf("other"), new byte[1024 * 1024]);

        await Doctor.RepairAsync("logs.large");

        Assert.Equal(1024 * 1024, new FileInfo($"{Test.Home.LogOf("other")}.1").Length);
    }

    [Fact]
    public async Task A_published_password_in_the_configuration_is_named_but_not_shown()
    {
        Write("database:\n  connection: postgres://aiuser:minioadmin123@127.0.0.1:1/x\n");

        var finding = await Doctor.FindAsync("passwords.published");

        Assert.Contains("middeck.yaml:2: database.connection", finding.Sentence.English, StringComparison.Ordinal);
        Assert.DoesNotContain("minioadmin", finding.Sentence.English + finding.Sentence.Chinese + finding.Command, StringComparison.Ordinal);
    }

    private void Write(string yaml)
    {
        File.WriteAllText(Test.Home.ConfigurationFile, yaml);
        File.SetUnixFileMode(Test.Home.ConfigurationFile, OwnerOnly);
    }

    private static string Certificate(DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(until.AddDays(-30), until);
        return certificate.ExportCertificatePem();
    }
}
