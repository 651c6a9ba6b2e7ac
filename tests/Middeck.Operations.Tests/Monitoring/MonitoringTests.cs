using System.Net;
using System.Net.Sockets;
using Middeck.Operations.Monitoring;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Tests.Monitoring;

public sealed class MonitoringTests : HomeTest
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Errors_that_differ_only_in_numbers_and_ids_are_one_group()
    {
        File.WriteAllText(
            Test.Home.LogOf("platform"),
            """
            2026-11-22T09:00:00.000Z fail: Jobs[0] Job 1 of 0193e7c2-1111-7abc-8def-001122334455 failed after 10.5 s
            2026-11-22T11:00:00.000Z info: Jobs[0] Job 2 is done
            2026-11-22T11:00:01.000Z fail: Jobs[0] Job 2 of 0193e7c2-2222-7abc-8def-001122334455 failed after 3 s
            2026-11-22T11:30:00.000Z fail: Jobs[0] Job 3 of 0193e7c2-3333-7abc-8def-001122334455 failed after 4 s

            """);
        File.WriteAllText(
            Test.Home.LogOf("postgres"), "2026-11-22 11:10:00.000 UTC [42] FATAL:  password authentication failed for user \"x\"\n");
        Directory.EnumerateFiles(Test.Home.Logs).ToList().ForEach(file => File.SetLastWriteTimeUtc(file, Noon.UtcDateTime));

        var groups = new LogSummary(Test.Home).Since(Noon - TimeSpan.FromHours(2));

        Assert.Equal(["platform", "postgres"], groups.Select(group => group.Service));
        Assert.Equal((2, Noon - TimeSpan.FromMinutes(30)), (groups[0].Count, groups[0].Last));
        Assert.Equal("fail: Jobs[<n>] Job <n> of <id> failed after <n> s", groups[0].Shape);
        Assert.Equal(3, new LogSummary(Test.Home).Since(Noon - TimeSpan.FromHours(4))[0].Count);
    }

    [Fact]
    public async Task A_services_sample_counts_its_processes_and_connections()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient();
        await client.ConnectAsync((IPEndPoint)listener.LocalEndpoint);
        using var accepted = await listener.AcceptTcpClientAsync();
        PidFile.Write(Test.Home.RunFile("me.pid"), ProcessIdentity.Of(Environment.ProcessId)!.Value);

        var sample = new ServiceSampler(Test.Home).Of("me")!;

        Assert.True(sample is { Connections: >= 2, Processes: >= 1, MemoryBytes: > 10_000_000, CpuSeconds: > 0 }, sample.ToString());
        Assert.Null(new ServiceSampler(Test.Home).Of("nobody"));
    }

    [Fact]
    public void The_machines_numbers_are_within_their_limits()
    {
        var host = HostNumbers.Look(Test.Home);

        Assert.Equal(3, host.Load.Count);
        Assert.InRange(host.MemoryAvailableBytes, 1, host.MemoryTotalBytes);
        Assert.InRange(host.DiskFreeBytes, 1, host.DiskTotalBytes);
        Assert.InRange(host.OpenFiles, 1, host.MostOpenFiles);
        Assert.True(host.UptimeSeconds > 0 && host.Processors > 0);
    }
}
