using System.ComponentModel.DataAnnotations;
using Middeck.Http.Configuration;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;

namespace Middeck.Operations.Tests.Configuration;

public sealed class ConfigurationCheckTests : HomeTest
{
    private static readonly RoomOptions[] Rooms =
        [new(ServerOptions.Section, typeof(ServerOptions)), new("sample", typeof(SampleOptions))];

    [Theory]
    [InlineData("server:\n  prot: 80\n", "middeck.yaml:2: server.prot = 80: there is no such key. Did you mean server.port?")]
    [InlineData("port: 80\n", "middeck.yaml:1: port = 80: there is no such key. Did you mean server.port?")]
    [InlineData("server:\n  port: 70000\n", "middeck.yaml:2: server.port = 70000: it must be from 0 to 65535.")]
    [InlineData("server:\n\n  environment: test\n", "middeck.yaml:3: server.environment = test: It must be dev or prod.")]
    [InlineData("server:\n  port: eighty\n", "middeck.yaml:2: server.port = eighty: it must be a whole number.")]
    [InlineData("sample:\n  colour: pink\n", "middeck.yaml:2: sample.colour = pink: it must be one of red, dark_blue.")]
    [InlineData("sample:\n  api_key_count: x\n", "middeck.yaml:2: sample.api_key_count = ••••: it must be a whole number.")]
    [InlineData("sample:\n  limits:\n    a: many\n", "middeck.yaml:3: sample.limits.a = many: it must be a whole number.")]
    [InlineData("sample: 3\n", "middeck.yaml:1: sample = 3: there is no such key.")]
    public void A_mistake_in_the_file_is_one_line_with_its_place(string yaml, string line)
    {
        Assert.Equal(line, Problem(Test.Load(yaml)));
    }

    [Fact]
    public void A_mistake_in_the_environment_names_the_variable()
    {
        Assert.Equal(
            "environment: MIDDECK_PROT = 1: there is no such key. Did you mean MIDDECK_PORT?",
            Problem(Test.Load(environment: new() { ["MIDDECK_PROT"] = "1" })));
    }

    [Fact]
    public void A_borrowed_variable_that_no_room_knows_is_somebody_elses()
    {
        Assert.Null(Problem(Test.Load(environment: new() { ["OPENAI_API_KEY"] = "sk", ["DATABASE_URL"] = "postgres://x" })));
    }

    [Fact]
    public void Lists_and_dictionaries_take_any_name_and_index()
    {
        Assert.Null(Problem(Test.Load("sample:\n  limits:\n    any: 3\n  names: [a, b]\n  colour: red\n")));
    }

    [Fact]
    public void What_is_not_yaml_is_refused_with_its_line()
    {
        var refusal = Assert.Throws<RefusedException>(() => Test.Load("server:\n  port: [1\n"));

        Assert.Equal(ExitCode.Configuration, refusal.Code);
        Assert.StartsWith("middeck.yaml:3: the file is not readable as YAML", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusals_speak_chinese_too()
    {
        var problem = ConfigurationCheck.FirstProblem(Test.Load("server:\n  prot: 80\n"), Rooms)!;

        Assert.Equal("middeck.yaml:2：server.prot = 80：没有这个配置项。是否想写 server.port？", problem.In(Tongue.Chinese));
    }

    private static string? Problem(Microsoft.Extensions.Configuration.IConfigurationRoot configuration)
        => ConfigurationCheck.FirstProblem(configuration, Rooms)?.English;

    private enum Colour
    {
        Red,
        DarkBlue,
    }

    private sealed class SampleOptions
    {
        public Colour Colour { get; set; }

        [Range(0, 9)]
        public int ApiKeyCount { get; set; }

        public Dictionary<string, int> Limits { get; set; } = [];

        public List<string> Names { get; set; } = [];
    }
}
