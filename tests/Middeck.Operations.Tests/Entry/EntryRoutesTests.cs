using Middeck.Operations.Catalogue;
using Middeck.Operations.Entry.Routes;

namespace Middeck.Operations.Tests.Entry;

public sealed class EntryRoutesTests
{
    private static readonly OwnPlaces Own = new(["ai.example.com"], [7080]);

    [Theory]
    [InlineData("/api", "belongs to the platform")]
    [InlineData("/V1/x", "belongs to the platform")]
    [InlineData("/s/", "belongs to the platform")]
    [InlineData("/", "no prefix")]
    [InlineData("/a/../b", "no prefix")]
    [InlineData("/{x}", "no prefix")]
    [InlineData("ai.example.com", "platform's own")]
    [InlineData("*.example.com", "no host name")]
    [InlineData(":7080", "the entry's own")]
    [InlineData("/taken/", "belongs to the service first already")]
    public void A_place_of_the_platform_or_of_another_service_is_refused(string place, string reason)
    {
        var catalogue = new ServiceCatalogue(
        [
            Service("first", new ServiceRoute { Path = "/taken" }),
            Service("second", place[0] switch
            {
                '/' => new ServiceRoute { Path = place },
                ':' => new ServiceRoute { Port = int.Parse(place[1..], null) },
                _ => new ServiceRoute { Host = place },
            }),
        ]);

        var routes = EntryRoutes.Of(catalogue, Own);

        Assert.Equal("first", Assert.Single(routes.Routes).Service);
        Assert.Contains(reason, Assert.Single(routes.Problems).Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_go_to_the_named_targets_else_to_the_url_else_to_the_first_port()
    {
        var route = new ServiceRoute { Path = "/x" };
        var catalogue = new ServiceCatalogue(
        [
            new ServiceEntry("port", ServiceKind.Process) { Route = route with { Path = "/port" }, Ports = [new("gossip", 1, "udp"), new("http", 3000, Address: "0.0.0.0")] },
            new ServiceEntry("url", ServiceKind.Url) { Route = route with { Path = "/url" }, Url = new Uri("https://grafana.example.com/base") },
            new ServiceEntry("none", ServiceKind.Systemd) { Route = route with { Path = "/none" } },
        ]);

        var routes = EntryRoutes.Of(catalogue, Own);

        Assert.Equal(["http://127.0.0.1:3000/", "https://grafana.example.com/base"], routes.Routes.Select(found => found.Targets.Single().AbsoluteUri));
        Assert.Equal([true, false], routes.Routes.Select(found => found.KeepsHost));
        Assert.Equal("none", Assert.Single(routes.Problems).Service);
    }

    private static ServiceEntry Service(string name, ServiceRoute route)
        => new(name, ServiceKind.Process) { Route = route, Ports = [new("http", 3000)] };
}
