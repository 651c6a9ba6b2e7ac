using System.Net;
using System.Net.Sockets;
using Middeck.Operations.Ports;

namespace Middeck.Operations.Tests.Ports;

public sealed class PortTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public PortTests() => _listener.Start();

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    [Fact]
    public void A_taken_port_names_its_owner_and_a_free_one()
    {
        var refusal = Assert.Throws<RefusedException>(() => EntryPort.Require("127.0.0.1", Port));

        Assert.Equal(ExitCode.PortUnavailable, refusal.Code);
        Assert.Contains($"Port {Port} is taken by process {Environment.ProcessId} (", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("choose another: middeck up --port ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_free_port_skips_those_that_are_taken()
    {
        Assert.True(PortProbe.FirstFree(IPAddress.Loopback, Port) > Port);
    }

    [Fact]
    public void Nobody_owns_a_free_port()
    {
        var port = PortProbe.FirstFree(IPAddress.Loopback, Port + 1)!.Value;

        EntryPort.Require("127.0.0.1", port);
        Assert.Null(PortOwner.Of(port));
    }

    public void Dispose() => _listener.Dispose();
}
