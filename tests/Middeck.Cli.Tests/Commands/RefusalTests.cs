using System.Net;
using System.Net.Sockets;

namespace Middeck.Cli.Tests.Commands;

/// <summary>What stops a start: one sentence, a number of its own, and nothing half-made.</summary>
public sealed class RefusalTests
{
    [Fact]
    public async Task A_port_of_somebody_else_names_them_and_leaves_them_alone()
    {
        await using var middeck = new MiddeckProcess();
        using var foreign = new TcpListener(IPAddress.Loopback, middeck.Port);
        foreign.Start();

        var up = await middeck.UpAsync();

        Assert.Equal(10, up.Code);
        Assert.Contains($"Port {middeck.Port} is taken by process {Environment.ProcessId} (", up.Error, StringComparison.Ordinal);
        await AssertNothingMadeAsync(middeck, up);
    }

    [Theory]
    [InlineData("server:\n  prot: 1\n", "middeck: middeck.yaml:2: server.prot = 1: there is no such key. Did you mean server.port?\n")]
    [InlineData("knowledge:\n  pdf_timeout: 0\n", "middeck: middeck.yaml:2: knowledge.pdf_timeout = 0: it must be from ")]
    [InlineData("- a list\n", "middeck: middeck.yaml:1: ")]
    public async Task A_wrong_configuration_is_one_line(string yaml, string line)
    {
        await using var middeck = new MiddeckProcess();
        Directory.CreateDirectory(middeck.Home);
        await File.WriteAllTextAsync(Path.Combine(middeck.Home, "middeck.yaml"), yaml);

        var up = await middeck.UpAsync();

        Assert.Equal(13, up.Code);
        Assert.StartsWith(line, up.Error, StringComparison.Ordinal);
        await AssertNothingMadeAsync(middeck, up);
    }

    [OrdinaryUserFact]
    public async Task A_home_that_cannot_be_written_names_the_way_out()
    {
        await using var middeck = new MiddeckProcess(OrdinaryUserFactAttribute.User);
        middeck.Environment["MIDDECK_HOME"] = "/not-ours";

        var up = await middeck.UpAsync();

        Assert.Equal(12, up.Code);
        Assert.StartsWith("middeck: The home /not-ours cannot be written", up.Error, StringComparison.Ordinal);
    }

    [OrdinaryUserFact]
    public async Task A_low_port_names_the_command_that_allows_it()
    {
        await using var middeck = new MiddeckProcess(OrdinaryUserFactAttribute.User);

        var up = await middeck.RunAsync("up", "--port", "1");

        Assert.Equal(10, up.Code);
        Assert.Contains("sudo sysctl net.ipv4.ip_unprivileged_port_start=1", up.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentences_are_chinese_for_those_who_read_chinese()
    {
        await using var middeck = new MiddeckProcess();

        Assert.Contains("未在", (await middeck.RunAsync("health", "--lang", "zh")).Error, StringComparison.Ordinal);
        middeck.Environment["LANG"] = "zh_CN.UTF-8";
        Assert.Contains("未在", (await middeck.RunAsync("health")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_does_not_exist_is_a_usage_error()
    {
        await using var middeck = new MiddeckProcess();

        Assert.Equal(2, (await middeck.RunAsync("upp")).Code);
        Assert.Equal(2, (await middeck.RunAsync("logs", "nonsense")).Code);
        Assert.Equal(2, (await middeck.RunAsync("up", "--set", "nonsense")).Code);
    }

    private static async Task AssertNothingMadeAsync(MiddeckProcess middeck, CommandResult up)
    {
        Assert.Single(up.Error.Trim().Split('\n'));
        Assert.Empty(up.Output);
        Assert.False(File.Exists(Path.Combine(middeck.Home, "run", "instance")));
        Assert.False(Directory.Exists(Path.Combine(middeck.Home, "pg")));
        Assert.Equal(3, (await middeck.RunAsync("status")).Code);
    }
}
