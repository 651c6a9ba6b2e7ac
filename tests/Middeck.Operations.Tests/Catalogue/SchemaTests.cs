using System.Text.Json;
using Middeck.Operations.Catalogue;
using Middeck.Testing;

namespace Middeck.Operations.Tests.Catalogue;

/// <summary>The schema, the loader and the manual know the same keys, words and defaults.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(ServicePresets.Schema()).RootElement;

    public static TheoryData<string, string[]> Sections => new()
    {
        { "service", CatalogueKeys.Service }, { "port", CatalogueKeys.Port }, { "health", CatalogueKeys.Health },
        { "restart", CatalogueKeys.Restart }, { "limits", CatalogueKeys.Limits }, { "log", CatalogueKeys.Log },
        { "route", CatalogueKeys.Route },
    };

    [Theory]
    [MemberData(nameof(Sections))]
    public void A_section_has_the_loaders_keys_and_the_manual_explains_each(string section, string[] keys)
    {
        Assert.Equal(keys, Properties(section).EnumerateObject().Select(property => property.Name));
        var manual = File.ReadAllText(Path.Combine(Repository.Root, "docs", "services.md"));
        Assert.All(keys, key => Assert.Contains($"`{key}`", manual, StringComparison.Ordinal));
    }

    [Fact]
    public void Words_and_defaults_are_the_loaders()
    {
        Assert.Equal(ServicePresets.Names, Words("service", "preset"));
        Assert.Equal(CatalogueKeys.Kinds, Words("service", "kind"));
        Assert.Equal(CatalogueKeys.Layers, Words("port", "layer"));
        Assert.Equal(CatalogueKeys.Protocols, Words("port", "protocol"));
        Assert.Equal(CatalogueKeys.RestartWhen, Words("restart", "when"));
        var health = new ServiceHealth();
        Assert.Equal((health.Interval, health.Timeout, health.StartPeriod), (Span("health", "interval"), Span("health", "timeout"), Span("health", "start_period")));
        Assert.Equal(health.Failures, Default("health", "failures").GetInt32());
        Assert.Equal(new ServiceRestart().MostFailures, Default("restart", "most_failures").GetInt32());
        Assert.Equal(new ServiceRestart().LongestPause, Span("restart", "longest_pause"));
        Assert.Equal(new ServiceLog(), new ServiceLog(Quantities.Size(Default("log", "max_size").GetString()!)!.Value, Default("log", "keep").GetInt32()));
        Assert.Equal(new ServiceEntry("a", ServiceKind.Process).StopTimeout, Span("service", "stop_timeout"));
    }

    private static JsonElement Properties(string section) => Schema.GetProperty("$defs").GetProperty(section).GetProperty("properties");

    private static IEnumerable<string?> Words(string section, string key)
        => Properties(section).GetProperty(key).GetProperty("enum").EnumerateArray().Select(word => word.GetString());

    private static JsonElement Default(string section, string key) => Properties(section).GetProperty(key).GetProperty("default");

    private static TimeSpan Span(string section, string key) => Quantities.Duration(Default(section, key).GetString()!)!.Value;
}
