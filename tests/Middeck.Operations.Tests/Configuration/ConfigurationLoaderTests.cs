using Middeck.Operations.Configuration;

namespace Middeck.Operations.Tests.Configuration;

public sealed class ConfigurationLoaderTests : HomeTest
{
    [Fact]
    public void The_command_line_beats_the_environment_which_beats_the_file_which_beats_the_defaults()
    {
        const string yaml = "server:\n  port: 8001\n  address: 10.0.0.1\n  public_url: https://a.example\n";
        var environment = new Dictionary<string, string> { ["MIDDECK_PORT"] = "8002", ["MIDDECK_ADDRESS"] = "10.0.0.2" };

        var server = ConfigurationLoader.Server(
            Test.Load(yaml, environment, new() { ["server.port"] = "8003" }));

        Assert.Equal(8003, server.Port);
        Assert.Equal("10.0.0.2", server.Address);
        Assert.Equal("https://a.example", server.PublicUrl);
        Assert.Equal("dev", server.Environment);
    }

    [Theory]
    [InlineData("dev", 7080, "127.0.0.1")]
    [InlineData("prod", 80, "0.0.0.0")]
    public void Each_environment_has_its_own_port_and_address(string environment, int port, string address)
    {
        var server = ConfigurationLoader.Server(Test.Load(environment: new() { ["MIDDECK_ENV"] = environment }));

        Assert.Equal(port, server.Port);
        Assert.Equal(address, server.Address);
    }

    [Fact]
    public void A_variable_spells_any_key_with_two_underscores_between_section_and_key()
    {
        var configuration = Test.Load(environment: new() { ["MIDDECK_DATABASE__MAX_CONNECTIONS"] = "33" });

        Assert.Equal("33", configuration["database:MaxConnections"]);
    }

    [Fact]
    public void A_key_without_a_value_leaves_the_default_alone()
    {
        var server = ConfigurationLoader.Server(Test.Load("server:\n  port:\n  address: ~\n"));

        Assert.Equal(7080, server.Port);
        Assert.Equal("127.0.0.1", server.Address);
    }

    [Theory]
    [InlineData("DATABASE_URL", "postgres://u:p@db/x", "database:Connection")]
    [InlineData("JWT_ACCESS_SECRET", "0123456789abcdef0123456789abcdef", "identity:JwtAccessSecret")]
    [InlineData("UPLOAD_DIR", "/srv/uploads", "objects:Path")]
    [InlineData("OPENAI_API_KEY", "sk-1", "models:OpenaiApiKey")]
    [InlineData("TONG_YI_API_KEY", "sk-2", "models:DashscopeApiKey")]
    [InlineData("ERROR_MONITOR_WEBHOOK_URL", "https://hook", "observability:ErrorMonitorWebhookUrl")]
    public void The_source_systems_names_are_understood(string variable, string value, string key)
    {
        Assert.Equal(value, Test.Load(environment: new() { [variable] = value })[key]);
    }

    [Fact]
    public void The_parts_of_a_database_address_make_one()
    {
        var configuration = Test.Load(environment: new()
        {
            ["DB_HOST"] = "db",
            ["DB_PORT"] = "6000",
            ["DB_NAME"] = "ai",
            ["DB_USER"] = "me",
            ["DB_PASSWORD"] = "a-b;c",
            ["DB_SSLMODE"] = "verify-full",
        });

        Assert.Equal(
            "Host=db;Port=6000;Database=ai;Username=me;Password=\"a-b;c\";SSL Mode=VerifyFull",
            configuration["database:connection"]);
        Assert.False(ConfigurationLoader.UsesPrivateDatabase(configuration));
    }

    [Fact]
    public void Our_own_spelling_beats_a_borrowed_one()
    {
        var configuration = Test.Load(environment: new()
        {
            ["DATABASE_URL"] = "postgres://theirs/x",
            ["MIDDECK_DATABASE__CONNECTION"] = "postgres://ours/x",
        });

        Assert.Equal("postgres://ours/x", configuration["database:connection"]);
    }

    [Fact]
    public void Without_a_configured_database_the_home_has_its_own()
    {
        Assert.True(ConfigurationLoader.UsesPrivateDatabase(Test.Load()));
    }
}
