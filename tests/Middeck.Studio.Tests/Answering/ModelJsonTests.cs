using Middeck.Studio.Answering;

namespace Middeck.Studio.Tests.Answering;

public sealed class ModelJsonTests
{
    [Theory]
    [InlineData("""{"a": 1}""", """{"a":1}""")]
    [InlineData("<think>{\"a\": 0}</think>```json\n{\"a\": 1, }\n```", """{"a":1}""")]
    [InlineData("Use {curly} braces: {\"a\": {\"b\": [1, 2]}} and no more {", """{"a":{"b":[1,2]}}""")]
    [InlineData("{'a': 'it\\'s', b: True, \"c\": None, d: 1.5}", """{"a":"it's","b":true,"c":null,"d":1.5}""")]
    [InlineData("{\"a\": \"he said \"no\" twice\", \"b\": 2}", """{"a":"he said \"no\" twice","b":2}""")]
    [InlineData("{\"a\": \"two\nlines\" \"b\": [1 2]", """{"a":"two\nlines","b":["1 2"]}""")]
    [InlineData("{“a”：“全角”，\"b\": [\"x\", \"y", """{"a":"全角","b":["x","y"]}""")]
    [InlineData("{\"a\": {\"b\": 1}, \"c", """{"a":{"b":1}}""")]
    [InlineData("// comment\n{/* why */ \"a\": 1 // because\n}", """{"a":1}""")]
    [InlineData("{}", "{}")]
    [InlineData("nothing here", null)]
    [InlineData("[1, 2]", null)]
    [InlineData("{", null)]
    public void An_object_is_read_as_what_the_model_means(string said, string? read)
    {
        var json = ModelJson.LooseObject(said);

        Assert.Equal(read, json is null ? null : System.Text.Json.JsonSerializer.Serialize(json, Core.Json.Snake));
    }

    [Fact]
    public void Nonsense_of_any_depth_ends()
    {
        foreach (var mark in (string[])["{", "[", "{a:", "[{", "{\"", "{'a':[", "{:", "{]", "[}", "{=,", "{a;"])
        {
            var deep = string.Concat(Enumerable.Repeat(mark, 2_000));

            _ = ModelJson.LooseObject("{" + deep);
            _ = ModelJson.LooseList("[" + deep);
        }
    }
}
