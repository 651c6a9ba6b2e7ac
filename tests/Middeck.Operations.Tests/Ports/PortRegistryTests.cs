using System.Net;
using System.Net.Sockets;
using Middeck.Operations.Catalogue;
using Middeck.Operations.Ports;

namespace Middeck.Operations.Tests.Ports;

public sealed class PortRegistryTests : HomeTest
{
    [Fact]
    public void A_taken_port_names_its_owner_and_moves_with_everything_that_names_it()
    {
        using var foreign = new TcpListener(IPAddress.Loopback, 0);
        foreign.Start();
        var port = ((IPEndPoint)foreign.LocalEndpoint).Port;
        File.WriteAllText(
            Test.Home.ServicesFile,
            $$$"""
            services:
              store:
                command: [store]
                ports: { http: {{{port}}} } # as ever
                route: { path: /store }
              web:
                command: [web]
                environment: { STORE: "${port:store.http}" }
            """);
        var registry = Registry();

        var taken = registry.Look().Single(candidate => candidate.Service == "store");
        Assert.Equal((PortState.Conflict, Environment.ProcessId), (taken.State, taken.Owner!.Pid));
        Assert.Equal("services.yaml:4", taken.FileLine);
        var free = registry.Propose(taken)!.Value;
        registry.Record(taken, free);

        var catalogue = CatalogueLoader.Load(Test.Home);
        Assert.Equal($"{free}", catalogue.Find("web")!.Environment["STORE"]);
        Assert.Contains("# as ever", File.ReadAllText(Test.Home.ServicesFile), StringComparison.Ordinal);
        Assert.Equal(PortState.Free, Registry().Look().Single(candidate => candidate.Service == "store").State);
    }

    [Fact]
    public void The_platform_and_its_database_are_in_the_registry()
    {
        var ports = new PortRegistry(Test.Home, Test.Load(options: new() { ["server.port"] = "18999" }), ServiceCatalogue.Empty).Look();

        Assert.Equal([("platform", 18999, "entry"), ("postgres", 7432, "data")], ports.Select(port => (port.Service, port.Number, port.Layer)));
    }

    private PortRegistry Registry()
        => new(Test.Home, Test.Load(options: new() { ["database.connection"] = "Host=elsewhere", ["server.port"] = "0" }), CatalogueLoader.Load(Test.Home));
}
