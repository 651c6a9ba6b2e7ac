namespace Middeck.Workflows.Tests.Jinja;

public sealed class SameAsJinjaTests(JinjaPeer jinja) : IClassFixture<JinjaPeer>
{
    private const string Context = """
        {"name": "Anna", "text": "the quick brown fox", "html": "<b>bold & \"big\"</b>", "empty": "", "none": null, "yes": true,
         "no": false, "n": 7, "zero": 0, "neg": -3, "f": 2.5, "big": 123456789012345678, "xs": [3, 1, 2], "words": ["b", "A", "c", "a"],
         "nested": [1, [2, [3, 4]], {"k": [5]}], "none_list": [],
         "d": {"b": 1, "a": 2, "C": 3}, "zh": "你好，世界😀!", "lines": "one\n two\n\nthree",
         "users": [{"name": "Bob", "age": 30, "city": "Rome", "admin": true}, {"name": "alice", "age": 25, "city": "rome", "admin": false},
                   {"name": "Carl", "age": 30, "city": "Bonn", "address": {"zip": "123"}}],
         "tree": [{"v": 1, "kids": [{"v": 2, "kids": []}, {"v": 3, "kids": [{"v": 4, "kids": []}]}]}, {"v": 5, "kids": []}],
         "mixed": [1, "a", null, 2.0, true, [1], {"x": 1}]}
        """;

    [Fact]
    public async Task Templates_render_as_Jinja2_renders_them()
        => await CompareAsync([.. Here.Cases("cases.txt").Select(template => (template, Context))], (one, other) => one.IsSame(other));

    [Fact]
    public async Task Templates_that_are_wrong_fail_with_the_line_and_the_words_of_Jinja2()
        => await CompareAsync([.. Here.Cases("errors.txt").Select(template => (template, Context))], (one, other) => one == other);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Random_templates_render_as_Jinja2_renders_them(int seed)
    {
        var random = new RandomTemplate(new Random(seed));
        await CompareAsync([.. Enumerable.Range(0, 500).Select(_ => (random.Template(), random.Context()))], (one, other) => one.IsSame(other));
    }

    private async Task CompareAsync((string Template, string Context)[] templates, Func<Rendered, Rendered, bool> same)
    {
        var expected = await jinja.RenderAsync(templates);
        var different = new List<string>();
        for (var i = 0; i < templates.Length; i++)
        {
            var (template, context) = templates[i];
            var actual = await Here.RenderAsync(template, context);
            if (!same(actual, expected[i]))
            {
                different.Add($"{template}\n  Jinja2: {expected[i]}\n  here:   {actual}{(context == Context ? "" : $"\n  with {context}")}");
            }
        }

        Assert.True(different.Count == 0, $"{different.Count} of {templates.Length} differ:\n\n{string.Join("\n\n", different.Take(60))}");
    }
}
