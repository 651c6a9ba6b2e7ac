using System.Globalization;
using System.Text;
using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Transfer;

namespace Middeck.Studio.Tests.Transfer;

public sealed class YamlJsonTests
{
    private const long Room = 100_000;

    [Theory]
    [InlineData("a: 1", """{"a": 1}""")]
    [InlineData("a: '1'", """{"a": "1"}""")]
    [InlineData("a: 0.6\nb: 0.1.5\nc: 1e3\nd: -.5\ne: 007\nf: 0x1F\ng: 0o17\nh: +3.", """{"a": 0.6, "b": "0.1.5", "c": 1e3, "d": -0.5, "e": 7, "f": 31, "g": 15, "h": 3.0}""")]
    [InlineData("a: ~\nb:\nc: null\nd: 'null'\ne: !!str null", """{"a": null, "b": null, "c": null, "d": "null", "e": "null"}""")]
    [InlineData("a: yes\nb: True\nc: 2024-01-01\nd: 12:30\ne: on", """{"a": "yes", "b": true, "c": "2024-01-01", "d": "12:30", "e": "on"}""")]
    [InlineData("1: a\ntrue: b", """{"1": "a", "true": "b"}""")]
    [InlineData("a: |-\n  一\n  二\nb: >\n  x\n  y\n", """{"a": "一\n二", "b": "x y\n"}""")]
    [InlineData("a: &x [1, {b: 2}]\nc: *x", """{"a": [1, {"b": 2}], "c": [1, {"b": 2}]}""")]
    [InlineData("- \"\\U0001F916\"\n- 🤖", """["🤖", "🤖"]""")]
    [InlineData("# a remark\n--- \na: 1 # another\n...\n", """{"a": 1}""")]
    [InlineData("{\"a\": [true, \"x\"]}", """{"a": [true, "x"]}""")]
    public void Values_are_read_as_YAML_means_them(string yaml, string json)
        => Assert.True(
            JsonElement.DeepEquals(Parse(json), YamlJson.Read(yaml, Room)), YamlJson.Read(yaml, Room).GetRawText());

    [Theory]
    [InlineData("", 1)]
    [InlineData("# nothing\n", 2)]
    [InlineData("a: 1\nb: [1\n", 3)]
    [InlineData("a: 1\n\tb: 2", 1)]
    [InlineData("a: 1\nb: !<x> 1", 2)]
    [InlineData("a: \"\\UFFFFFFFF\"", 1)]
    [InlineData("a: 1\na: 2", 2)]
    [InlineData("a: {b: 1, b: 2}", 1)]
    [InlineData("a: 1\n---\nb: 2", 2)]
    [InlineData("a: *nobody", 1)]
    [InlineData("a: &x [*x]", 1)]
    [InlineData("b: &x {c: 1}\na:\n  <<: *x", 3)]
    [InlineData("a: !!python/object/apply:os.system [ls]", 1)]
    [InlineData("a: !!binary aGk=", 1)]
    [InlineData("? [1, 2]\n: b", 1)]
    [InlineData("a: .nan", 1)]
    [InlineData("a: 1e99999", 1)]
    [InlineData("a: 0xFFFFFFFFFFFFFFFFFF", 1)]
    [InlineData("a: \"\\0\"", 1)]
    public void What_cannot_be_read_is_refused_with_its_line(string yaml, int line)
    {
        var refusal = Assert.Throws<FaultException>(() => YamlJson.Read(yaml, Room));

        Assert.Equal("apps.import_invalid_yaml", refusal.Fault.Code);
        Assert.StartsWith($"Line {line}:", refusal.Fault.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_unfolds_into_millions_is_refused_before_it_does()
    {
        var bomb = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var i = 1; i < 30; i++)
        {
            bomb.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        var refusal = Assert.Throws<FaultException>(() => YamlJson.Read(bomb.ToString(), Room));

        Assert.Contains("unfolds into too much", refusal.Fault.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void A_file_that_is_nested_without_end_is_refused(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 5_000)) + string.Concat(Enumerable.Repeat(close, 5_000));

        Assert.Equal(
            "apps.import_invalid_yaml", Assert.Throws<FaultException>(() => YamlJson.Read(text, Room)).Fault.Code);
    }

    [Fact]
    public void Aliases_do_not_lead_deeper_than_values_may_lie()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 30)) + string.Concat(Enumerable.Repeat("]", 30));
        var text = $"a: &a {deep}\nb: {string.Concat(Enumerable.Repeat("[", 30))}*a{string.Concat(Enumerable.Repeat("]", 30))}";

        Assert.Contains(
            "nested more than", Assert.Throws<FaultException>(() => YamlJson.Read(text, Room)).Fault.Detail,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_sent_is_read_or_refused()
    {
        const string Letters = "ab: -\n\t'\"[]{}&*!|>%@`#,?~01.\\<=\r 汉\u0085UuxXN9F";
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string(random.GetItems<char>(Letters, random.Next(1, 40)));
            try
            {
                YamlJson.Read(text, Room);
            }
            catch (FaultException ex)
            {
                Assert.Equal("apps.import_invalid_yaml", ex.Fault.Code);
            }
        }
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
