using Middeck.Workflows.Jinja;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Jinja;

public sealed class LimitTests
{
    private static readonly JinjaLimits _limits = new() { MaxTime = TimeSpan.FromMinutes(10) };

    [Theory]
    [InlineData("{{ 'x' * 400001 }}", "The text is longer than 400000 characters, the most that is allowed.")]
    [InlineData("{% for i in range(100000) %}{% for j in range(100000) %}12345{% endfor %}{% endfor %}", "The text is longer than 400000 characters, the most that is allowed.")]
    [InlineData("{{ 'x' * 99999999999 }}", "The template builds a text of 99999999999 characters; at most 2000000 are allowed.")]
    [InlineData("{{ [0] * 2000000 }}", "The template builds a list of 2000000 items; at most 1000000 are allowed.")]
    [InlineData("{{ range(100001) }}", "Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000).")]
    [InlineData("{{ '%999999999d' % 1 }}", "The template builds a text of 999999999 characters; at most 2000000 are allowed.")]
    [InlineData("{{ '{:999999999}'.format(1) }}", "The template builds a text of 999999999 characters; at most 2000000 are allowed.")]
    [InlineData("{{ '%.999999999f' % 1.5 }}", "The template builds a text of 999999999 characters; at most 2000000 are allowed.")]
    [InlineData("{{ 'x'.ljust(999999999) }}", "The template builds a text of 999999999 characters; at most 2000000 are allowed.")]
    [InlineData("{{ 'x'|center(999999999) }}", "The template builds a text of 999999999 characters; at most 2000000 are allowed.")]
    [InlineData("{{ ('a\n' * 1000)|indent(999999999, true) }}", "The template builds a text of 999999999 characters; at most 2000000 are allowed.")]
    [InlineData("{{ '\t'.expandtabs(999999999) }}", "The template builds a text of 999999999 characters; at most 2000000 are allowed.")]
    [InlineData("{{ [1]|batch(999999999, 0)|list }}", "The template builds a list of 999999999 items; at most 1000000 are allowed.")]
    [InlineData("{{ 9 ** (9 ** 9) }}", "The template computes an integer of more than 60,000 digits.")]
    [InlineData("{% set n = namespace(x='x') %}{% for i in range(100) %}{% set n.x = n.x ~ n.x %}{% endfor %}", "The template builds a text of 2097152 characters; at most 2000000 are allowed.")]
    [InlineData("{% set n = namespace(x=10**1000) %}{% for i in range(100) %}{% set n.x = n.x * n.x %}{% endfor %}", "The template computes an integer of more than 60,000 digits.")]
    [InlineData("{{ ('x' * 200000).replace('', 'y' * 1000)|length }}", "The template builds a text of 2000998 characters; at most 2000000 are allowed.")]
    [InlineData("{{ ('y' * 1000).join('x' * 200000)|length }}", "The template builds a text of 2001000 characters; at most 2000000 are allowed.")]
    [InlineData("{% set l = [] %}{% for x in [1] %}{{ l.append(x) }}{% endfor %}{% for x in l %}{% set _ = l.append(x) %}{% endfor %}", "The template builds a list of 1000001 items; at most 1000000 are allowed.")]
    [InlineData("{% set n = namespace(x=['x' * 100]) %}{% for i in range(30) %}{% set n.x = [n.x, n.x] %}{% endfor %}{{ n.x }}", "The template builds a text of 2000065 characters; at most 2000000 are allowed.")]
    [InlineData("{% set l = [] %}{% for i in range(100000) %}{% set _ = l.append('x' * 100000) %}{% endfor %}", "The template builds more than 256000000 characters and items on the way.")]
    public async Task A_template_that_asks_for_too_much_fails_and_says_what_of(string template, string message)
    {
        var failure = await FailAsync(template);

        Assert.Equal($"line {failure.Message.Split(' ')[1]} {message}", failure.Message);
        Assert.True(failure.Kind is "TemplateLimitError" or "OverflowError", failure.Kind);
    }

    [Theory]
    [InlineData("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")]
    [InlineData("{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}")]
    [InlineData("{% set n = namespace(x=[]) %}{% for i in range(99999) %}{% set n.x = [n.x] %}{% endfor %}{{ n.x }}")]
    [InlineData("{% set n = namespace(x=[]) %}{% for i in range(99999) %}{% set n.x = [n.x] %}{% endfor %}{{ n.x|tojson }}")]
    [InlineData("{% set n = namespace(x=[], y=[]) %}{% for i in range(99999) %}{% set n.x = [n.x] %}{% set n.y = [n.y] %}{% endfor %}{{ n.x == n.y }}")]
    [InlineData("{% set l = [] %}{% set _ = l.append(l) %}{{ l|pprint }}")]
    public async Task What_is_nested_too_deep_is_refused_before_the_stack_ends(string template)
        => Assert.Equal("RecursionError", (await FailAsync(template)).Kind);

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("-")]
    [InlineData("not ")]
    [InlineData("1+")]
    [InlineData("x.")]
    [InlineData("x|e|")]
    [InlineData("1 if 1 else ")]
    [InlineData("{% if x %}")]
    [InlineData("{% for x in y %}")]
    [InlineData("{% macro m() %}")]
    public async Task A_template_that_nests_twenty_thousand_times_fails_or_renders(string piece)
    {
        var nested = string.Concat(Enumerable.Repeat(piece, 20_000));

        await Record.ExceptionAsync(() => RenderAsync(piece.StartsWith('{') ? nested : "{{ " + nested + "1 }}"));

        Assert.Equal("2", await RenderAsync("{{ 1 + 1 }}"));
    }

    [Fact]
    public async Task A_list_that_holds_itself_prints_as_in_Python()
        => Assert.Equal("[1, [...]]", await RenderAsync("{% set l = [1] %}{% set _ = l.append(l) %}{{ l }}"));

    [Fact]
    public async Task A_template_may_take_so_long_and_no_longer()
    {
        var renderer = new JinjaRenderer(new JinjaLimits(), new RunningClock());

        var failure = await Assert.ThrowsAsync<NodeException>(() => renderer.RenderAsync(
            "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}", new Dictionary<string, Segment>(), default).AsTask());

        Assert.Equal("line 1: The template takes longer than 5 seconds.", failure.Message);
    }

    [Fact]
    public async Task A_run_that_is_stopped_stops_its_template()
    {
        using var stop = new CancellationTokenSource();
        var renderer = new JinjaRenderer(_limits, new StoppingClock(stop));

        await Assert.ThrowsAsync<OperationCanceledException>(() => renderer.RenderAsync(
            "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}", new Dictionary<string, Segment>(), stop.Token).AsTask());
    }

    [Theory]
    [InlineData("{{ ''.__class__.__mro__ }}", "'str object' has no attribute '__class__'")]
    [InlineData("{{ x.GetType().Assembly }}", "'list object' has no attribute 'GetType'")]
    [InlineData("{{ range.__globals__.os }}", "'function object' has no attribute '__globals__'")]
    [InlineData("{{ cycler.__init__.x }}", "'function object' has no attribute '__init__'")]
    [InlineData("{{ '{0.__class__}'.format(x) }}", "'__class__'")]
    public async Task A_template_reaches_nothing_but_its_values(string template, string message)
        => Assert.EndsWith(message, (await FailAsync(template)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("include 'x'", "include")]
    [InlineData("import 'x' as y", "import")]
    [InlineData("from 'x' import y", "from")]
    [InlineData("extends 'x'", "extends")]
    [InlineData("block x", "block")]
    public async Task Other_templates_cannot_be_used(string statement, string name)
        => Assert.Equal(
            $"line 2: '{name}' cannot be used here: a template stands alone and knows no other templates.",
            (await FailAsync("\n{% " + statement + " %}")).Message);

    [Fact]
    public async Task A_file_is_a_dict_and_what_a_template_changes_is_gone_afterwards()
    {
        var variables = new Dictionary<string, Segment>
        {
            ["file"] = Segment.Of(new FileValue("image", "local_file", "id1", "http://f/1", "a.png", ".png", "image/png", 12)),
            ["list"] = SegmentJson.Parse("[1]"),
        };
        var renderer = new JinjaRenderer();
        const string Template = "{{ file.filename }} {{ file['size'] }} {{ file is mapping }}{% set _ = list.append(2) %} {{ list }}";

        var first = await renderer.RenderAsync(Template, variables, CancellationToken.None);
        var second = await renderer.RenderAsync(Template, variables, CancellationToken.None);

        Assert.Equal("a.png 12 True [1, 2]", first);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Many_renderings_of_many_templates_at_once_do_not_disturb_each_other()
    {
        var renderer = new JinjaRenderer();

        await Parallel.ForEachAsync(Enumerable.Range(0, 4000), async (number, stop) =>
        {
            var variables = new Dictionary<string, Segment> { ["n"] = Segment.Of(number) };
            var text = await renderer.RenderAsync(
                $"{{% macro m(x) %}}{{% for i in range(3) %}}{{{{ x + i }}}} {{% endfor %}}{{% endmacro %}}{{{{ m(n) }}}}{number % 700}", variables, stop);
            Assert.Equal($"{number} {number + 1} {number + 2} {number % 700}", text);
        });
    }

    private static async Task<string> RenderAsync(string template) => await new JinjaRenderer(_limits, TimeProvider.System).RenderAsync(
        template, new Dictionary<string, Segment> { ["x"] = Segment.EmptyArray }, CancellationToken.None);

    private static Task<NodeException> FailAsync(string template) => Assert.ThrowsAsync<NodeException>(() => RenderAsync(template));

    // Every look at it takes a second.
    private sealed class RunningClock : TimeProvider
    {
        private long _seconds;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => _seconds++;
    }

    // Stops the run when the template looks how late it is.
    private sealed class StoppingClock(CancellationTokenSource stop) : TimeProvider
    {
        private bool _started;

        public override long GetTimestamp()
        {
            if (_started)
            {
                stop.Cancel();
            }

            _started = true;
            return 0;
        }
    }
}
