using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Values;

public sealed class PromptTextTests
{
    [Theory]
    [InlineData("null", "")]
    [InlineData("\"text\"", "text")]
    [InlineData("true", "True")]
    [InlineData("false", "False")]
    [InlineData("3", "3")]
    [InlineData("3.0", "3.0")]
    [InlineData("0.1", "0.1")]
    [InlineData("1e16", "1e+16")]
    [InlineData("123456789012345680.0", "1.2345678901234568e+17")]
    [InlineData("1e15", "1000000000000000.0")]
    [InlineData("0.00001", "1e-05")]
    [InlineData("[]", "")]
    [InlineData("[\"a\", \"中文\"]", "[\"a\", \"中文\"]")]
    [InlineData("[1, 2.5]", "[1, 2.5]")]
    [InlineData("[true, null, \"it's\", \"a\\nb\"]", "[True, None, \"it's\", 'a\\nb']")]
    [InlineData("[{\"a\": [1]}, {\"b\": null}]", "[{'a': [1]}, {'b': None}]")]
    [InlineData("[\"\\u0007\", 1]", "['\\x07', 1]")]
    [InlineData("{\"a\": 1, \"b\": [true, 2.0], \"中\": \"\\\"\"}", "{\"a\": 1, \"b\": [true, 2.0], \"中\": \"\\\"\"}")]
    public void A_prompt_shows_a_value_as_Python_would(string json, string expected)
        => Assert.Equal(expected, PromptText.Of(SegmentJson.Parse(json)));

    [Theory]
    [InlineData("[\"a\", \"b\"]", "- a\n- b")]
    [InlineData("[1, true]", "- 1\n- True")]
    [InlineData("[]", "")]
    [InlineData("{\"a\": {\"b\": []}, \"c\": [1, 2]}", "{\n  \"a\": {\n    \"b\": []\n  },\n  \"c\": [\n    1,\n    2\n  ]\n}")]
    [InlineData("true", "True")]
    public void A_reader_sees_lists_as_lines_and_objects_indented(string json, string expected)
        => Assert.Equal(expected, MarkdownText.Of(SegmentJson.Parse(json)));

    [Fact]
    public void A_file_is_nothing_in_a_prompt_and_a_link_for_a_reader()
    {
        var image = Segment.Of(new FileValue("image", "remote_url", Url: "https://a.example/x.png", Name: "x.png"));
        var text = Segment.Of(new FileValue("document", "remote_url", Url: "https://a.example/y.txt", Name: "y.txt"));

        Assert.Equal("", PromptText.Of(image));
        Assert.Equal("", PromptText.Of(Segment.Of([image, text])));
        Assert.Equal("![x.png](https://a.example/x.png)\n[y.txt](https://a.example/y.txt)", MarkdownText.Of(Segment.Of([image, text])));
    }

    [Theory]
    [InlineData("[1, 2.0, \"x\", null, true, {\"a\": []}]")]
    [InlineData("{\"f\":{\"dify_model_identity\":\"__dify__file__\",\"type\":\"image\",\"transfer_method\":\"local_file\",\"related_id\":\"7\",\"filename\":\"a.png\",\"extension\":\".png\",\"mime_type\":\"image/png\",\"size\":12,\"url\":null}}")]
    public void A_value_survives_the_way_to_JSON_and_back(string json)
    {
        var value = SegmentJson.Parse(json);

        var again = SegmentJson.Parse(value.ToJson());

        Assert.Equal(value.ToJson(), again.ToJson());
        Assert.True(SegmentEquality.Same(value, again));
    }
}
