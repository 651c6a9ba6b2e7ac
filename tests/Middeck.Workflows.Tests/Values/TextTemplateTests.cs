using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Values;

public sealed class TextTemplateTests
{
    [Theory]
    [InlineData("no reference", "no reference")]
    [InlineData("{{#llm.text#}}!", "hello!")]
    [InlineData("{{#llm.out.name#}}/{{#llm.out.nested.x#}}", "Ann/[1, 2]")]
    [InlineData("{{#llm.file.extension#}}", ".pdf")]
    [InlineData("{{#llm.missing#}} {{#nobody.text#}}", "{{#llm.missing#}} {{#nobody.text#}}")]
    [InlineData("{{#context#}} {{#histories#}} {{ jinja }}", "{{#context#}} {{#histories#}} {{ jinja }}")]
    [InlineData("{{#llm.1st#}} {{# llm.text #}}", "{{#llm.1st#}} {{# llm.text #}}")]
    [InlineData("{{#llm.empty#}}|{{#llm.none#}}|", "||")]
    [InlineData("{{{#llm.text#}}}", "{hello}")]
    public void References_are_filled_in_and_everything_else_stays(string template, string expected)
    {
        var pool = new VariablePool();
        pool.Set("llm", new Dictionary<string, Segment>
        {
            ["text"] = Segment.Of("hello"),
            ["out"] = SegmentJson.Parse("{\"name\": \"Ann\", \"nested\": {\"x\": [1, 2]}}"),
            ["file"] = Segment.Of(new FileValue("document", "local_file", Extension: ".pdf")),
            ["empty"] = Segment.Of([]),
            ["none"] = Segment.None,
        });

        Assert.Equal(expected, TextTemplate.Parse(template).Render(pool));
    }
}
