using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Middeck.Http.Configuration;

namespace Middeck.Http.Tests.Configuration;

public sealed class RoomOptionsTests
{
    [Fact]
    public void A_room_makes_its_section_known()
    {
        using var services = Services([]);

        Assert.Equal(
            new RoomOptions(KettleOptions.Section, typeof(KettleOptions)), services.GetRequiredService<RoomOptions>());
    }

    [Theory]
    [InlineData(null, 80)]
    [InlineData("95", 95)]
    public void A_value_is_the_configured_one_or_the_default(string? configured, int expected)
    {
        using var services = Services(configured is null ? [] : new() { ["kettle:degrees"] = configured });

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal(expected, services.GetRequiredService<IOptions<KettleOptions>>().Value.Degrees);
    }

    [Fact]
    public void A_value_out_of_range_stops_the_start_and_is_named()
    {
        using var services = Services(new() { ["kettle:degrees"] = "101" });

        var failure = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(nameof(KettleOptions.Degrees), failure.Message, StringComparison.Ordinal);
        Assert.Contains("100", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_the_wrong_type_stops_the_start()
    {
        using var services = Services(new() { ["kettle:degrees"] = "hot" });

        Assert.ThrowsAny<InvalidOperationException>(services.GetRequiredService<IStartupValidator>().Validate);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddRoomOptions<KettleOptions>(KettleOptions.Section)
        .BuildServiceProvider();
}
