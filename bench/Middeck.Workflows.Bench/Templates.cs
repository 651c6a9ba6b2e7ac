using System.Diagnostics;
using System.Globalization;
using Middeck.Workflows.Jinja;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Bench;

/// <summary>Renderings a second on one thread, against Jinja2 in Python with the template compiled before.</summary>
internal static class Templates
{
    private const double Wanted = 1;

    private static readonly (string Name, string Template, string Context, int Runs)[] _all =
    [
        ("echo template", "Hello {{ name }}: {{ text|upper }}", """{"name": "Anna", "text": "some words"}""", 50_000),
        ("report template", """
            # {{ title|title }}
            {% for user in users|sort(attribute='name') if user.age > 20 %}
            {{ loop.index }}. {{ user.name|capitalize }} ({{ user.age }}){% if user.tags %}: {{ user.tags|join(', ') }}{% endif %}
            {% endfor %}
            mean {{ '%.2f'|format(users|sum(attribute='age') / users|length) }}
            """, """{"title": "all users", "users": [USERS]}""", 2_000),
    ];

    /// <summary>Prints both; false when this renderer is slower than Python.</summary>
    public static async Task<bool> MeasureAsync(int rounds)
    {
        using var peer = JinjaPeer.TryStart(Console.Out);
        var renderer = new JinjaRenderer();
        var ok = true;
        foreach (var (name, template, shape, runs) in _all)
        {
            var context = shape.Replace("USERS", string.Join(',', Enumerable.Range(0, 50).Select(User)), StringComparison.Ordinal);
            var variables = SegmentJson.Parse(context).Fields;
            await RunAsync(renderer, template, variables, runs);
            var (own, others) = (new List<double>(), new List<double>());
            for (var round = 0; round < rounds; round++)
            {
                own.Add(runs / await RunAsync(renderer, template, variables, runs));
                if (peer is not null)
                {
                    others.Add(runs / peer.Run(template, context, runs));
                }
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {Median(own):N0} renderings/s"));
            if (peer is not null)
            {
                var ratio = Median(own) / Median(others);
                ok &= ratio >= Wanted;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  Jinja2 in Python: {Median(others):N0} renderings/s; this renderer makes {ratio:F1} times as many"));
            }
        }

        return ok;
    }

    private static async Task<double> RunAsync(
        JinjaRenderer renderer, string template, IReadOnlyDictionary<string, Segment> variables, int runs)
    {
        var started = Stopwatch.GetTimestamp();
        for (var run = 0; run < runs; run++)
        {
            await renderer.RenderAsync(template, variables, CancellationToken.None);
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static string User(int number) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"name": "user {{number * 37 % 50}}", "age": {{18 + number % 40}}, "tags": ["a", "b{{number}}"]}""");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
