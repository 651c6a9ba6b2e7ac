using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Tests.Catalogue;

public sealed class ServicesFileTests : HomeTest
{
    private const string Written =
        """
        # Ours, kept by Li Wei.
        services:
            # The dashboards of the second floor.
            grafana:
                preset: grafana   # the usual one
                # Not 3000: that is the canteen's.
                ports:
                    http: 3333 # since May

            # Somebody else's.
            canteen:
                kind: url
                url: "http://127.0.0.1:3000"

        # The end.

        """;

    [Fact]
    public void Adding_and_removing_leaves_every_other_line_as_it_was()
    {
        File.WriteAllText(Test.Home.ServicesFile, Written);

        ServicesFile.Add(Test.Home, "node-exporter", "machine");

        Assert.Equal(
            Written.Replace(":3000\"\n", ":3000\"\n    machine:\n      preset: node-exporter\n", StringComparison.Ordinal), Text);
        ServicesFile.Remove(Test.Home, "machine");
        Assert.Equal(Written, Text);
        ServicesFile.Remove(Test.Home, "grafana");
        Assert.DoesNotContain("grafana", Text, StringComparison.Ordinal);
        Assert.Contains("# The dashboards of the second floor.", Text, StringComparison.Ordinal);
        Assert.Contains("# Somebody else's.", Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("services:\n")]
    [InlineData("services: {} # none yet\n")]
    [InlineData("# nothing yet")]
    public void The_first_service_may_be_added_to_anything_that_is_empty(string text)
    {
        File.WriteAllText(Test.Home.ServicesFile, text);

        Assert.NotNull(ServicesFile.Add(Test.Home, "grafana", "grafana").Find("grafana"));
        Assert.Empty(ServicesFile.Remove(Test.Home, "grafana").Services);
        Assert.NotNull(ServicesFile.Add(Test.Home, "ollama", "ollama").Find("ollama"));
    }

    [Fact]
    public void A_port_is_changed_where_it_stands_or_said_where_it_was_not()
    {
        File.WriteAllText(Test.Home.ServicesFile, Written);
        ServicesFile.Add(Test.Home, "node-exporter", "machine");

        ServicesFile.SetPort(Test.Home, "grafana", "http", 3334);
        ServicesFile.SetPort(Test.Home, "machine", "http", 9101);

        Assert.Contains("http: 3334 # since May", Text, StringComparison.Ordinal);
        var machine = CatalogueLoader.Load(Test.Home).Find("machine")!;
        Assert.Equal((9101, "measurements of the machine"), (machine.Ports[0].Number, machine.Ports[0].Purpose));
        Assert.Contains("--web.listen-address=127.0.0.1:9101", machine.Command);
    }

    [Fact]
    public void What_would_be_a_fault_or_lose_something_is_not_written()
    {
        const string Flow = "services: { a: { preset: grafana } }\n";
        File.WriteAllText(Test.Home.ServicesFile, Flow);

        var byHand = Assert.Throws<RefusedException>(() => ServicesFile.Add(Test.Home, "ollama", "ollama"));
        Assert.Contains("services:\n  ollama:\n    preset: ollama", byHand.Message, StringComparison.Ordinal);
        Assert.Throws<RefusedException>(() => ServicesFile.Add(Test.Home, "grafana", "a"));
        Assert.Equal(Flow, Text);

        File.WriteAllText(Test.Home.ServicesFile, "services:\n  a:\n    preset: grafana\n");
        var conflict = Assert.Throws<RefusedException>(() => ServicesFile.Add(Test.Home, "grafana", "b"));
        Assert.Contains("services.b.ports.http = 3002: services.a.ports.http", conflict.Message, StringComparison.Ordinal);
        Assert.Null(CatalogueLoader.Load(Test.Home).Find("b"));
    }

    [Fact]
    public void The_platforms_port_is_recorded_in_its_own_file()
    {
        File.WriteAllText(Test.Home.ConfigurationFile, "# Ours.\nserver:\n  environment: dev # for now\n");

        ServicesFile.SetPlatformPort(Test.Home, 7081);
        Assert.Equal("# Ours.\nserver:\n  environment: dev # for now\n  port: 7081\n", File.ReadAllText(Test.Home.ConfigurationFile));

        ServicesFile.SetPlatformPort(Test.Home, 7082);
        Assert.Contains("  port: 7082\n", File.ReadAllText(Test.Home.ConfigurationFile), StringComparison.Ordinal);
    }

    private string Text => File.ReadAllText(Test.Home.ServicesFile);
}
