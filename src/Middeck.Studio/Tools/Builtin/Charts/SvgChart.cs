using System.Globalization;

namespace Middeck.Studio.Tools.Builtin.Charts;

/// <summary>Draws charts. Lines differ by their points too, since not everybody tells colours apart.</summary>
internal static class SvgChart
{
    private const int Width = 800;
    private const int Height = 450;
    private const double Left = 76;
    private const double Right = 24;
    private const double Bottom = 64;
    private const string Grid = "#e3e0d9";
    private const string Axis = "#8c8880";
    private const string Ink = "#1d1c1a";
    private const string Bold = " font-size=\"16\" font-weight=\"600\"";

    // Told apart also by those who see few colours.
    private static readonly string[] Colours = ["#17607F", "#D37812", "#4C94EC", "#5B2036", "#7A9F66", "#352180", "#B28391", "#554F00"];

    public static byte[] Bars(ChartData data) => Axes(data, (svg, scale) =>
    {
        var step = (Width - Left - Right) / data.Labels.Count;
        var wide = step * 0.72 / data.Series.Count;
        foreach (var (series, row) in data.Series.Select((series, row) => (series, row)))
        {
            foreach (var (value, place) in series.Values.Select((value, place) => (value, place)))
            {
                var (y, zero) = (scale(value), scale(0));
                var x = Left + (step * (place + 0.14)) + (wide * row);
                svg.Rectangle(x, Math.Min(y, zero), wide, Math.Abs(y - zero), Colours[row]);
                if (data.Series.Count == 1 && data.Labels.Count <= 20)
                {
                    svg.Words(Left + (step * (place + 0.5)), value < 0 ? y + 15 : y - 5, Figure(value), "middle", Ink);
                }
            }
        }
    });

    public static byte[] Lines(ChartData data) => Axes(data, (svg, scale) =>
    {
        var step = (Width - Left - Right) / data.Labels.Count;
        foreach (var (series, row) in data.Series.Select((series, row) => (series, row)))
        {
            var points = series.Values.Select((value, place) => (X: Left + (step * (place + 0.5)), Y: scale(value))).ToList();
            svg.Curve(points, Colours[row]);
            if (points.Count <= 60)
            {
                points.ForEach(point => svg.Dot(point.X, point.Y, Colours[row]));
            }
        }
    });

    /// <exception cref="Core.Errors.FaultException">A part is negative, or all are nothing.</exception>
    public static byte[] Pie(ChartData data)
    {
        var values = data.Series[0].Values;
        var sum = values.Sum();
        if (values.Any(value => value < 0) || sum <= 0 || data.Labels.Count > 24)
        {
            throw ToolFaults.Argument("A pie has at most 24 parts, none of them negative, and not all of them zero.");
        }

        var svg = Begin(data);
        var angle = 0.0;
        for (var place = 0; place < values.Count; place++)
        {
            var next = angle + (values[place] / sum * 2 * Math.PI);
            var colour = Colours[place % Colours.Length];
            svg.Slice(240, 245, 165, angle, next, colour);
            var y = 250 + ((place - ((values.Count - 1) / 2.0)) * Math.Min(24, 360.0 / values.Count));
            svg.Rectangle(450, y - 10, 11, 11, colour);
            var share = (values[place] / sum * 100).ToString("0.#", CultureInfo.InvariantCulture);
            svg.Words(468, y, SvgText.Fit($"{data.Labels[place]}  {Figure(values[place])} ({share}%)", 320), "start", Ink);
            angle = next;
        }

        return svg.ToBytes();
    }

    private static SvgText Begin(ChartData data)
    {
        var svg = new SvgText(Width, Height);
        svg.Words(Width / 2.0, 32, SvgText.Fit(data.Title, Width - 80), "middle", Ink, Bold);
        return svg;
    }

    private static byte[] Axes(ChartData data, Action<SvgText, Func<double, double>> draw)
    {
        var svg = Begin(data);
        var top = data.Series.Count > 1 ? 78.0 : 56.0;
        var (least, most, step) = Range(data);
        double Scale(double value) => Height - Bottom - ((value - least) / (most - least) * (Height - Bottom - top));
        for (var tick = least; tick <= most + (step / 2); tick += step)
        {
            svg.Line(Left, Scale(tick), Width - Right, Scale(tick), Math.Abs(tick) < step / 2 ? Axis : Grid);
            svg.Words(Left - 8, Scale(tick) + 4, Figure(Math.Round(tick, 10)), "end");
        }

        draw(svg, Scale);
        Names(svg, data);
        Legend(svg, data);
        return svg.ToBytes();
    }

    // Where not all fit, every second, third … stands there.
    private static void Names(SvgText svg, ChartData data)
    {
        var step = (Width - Left - Right) / data.Labels.Count;
        var every = Math.Max(1, (int)Math.Ceiling(34 / step));
        for (var place = 0; place < data.Labels.Count; place += every)
        {
            var label = SvgText.Fit(data.Labels[place], Math.Max(30, (step * every) - 6));
            svg.Words(Left + (step * (place + 0.5)), Height - Bottom + 22, label, "middle");
        }
    }

    private static void Legend(SvgText svg, ChartData data)
    {
        if (data.Series.Count < 2)
        {
            return;
        }

        var each = (Width - Left - Right) / data.Series.Count;
        for (var row = 0; row < data.Series.Count; row++)
        {
            svg.Rectangle(Left + (each * row), 50, 11, 11, Colours[row]);
            svg.Words(Left + (each * row) + 17, 60, SvgText.Fit(data.Series[row].Name, each - 24), "start");
        }
    }

    // From nought on, in steps of 1, 2 or 5 times a power of ten.
    private static (double Least, double Most, double Step) Range(ChartData data)
    {
        var values = data.Series.SelectMany(series => series.Values).ToList();
        var (low, high) = (Math.Min(0, values.Min()), Math.Max(0, values.Max()));
        if (high - low == 0)
        {
            high = 1;
        }

        var rough = (high - low) / 5;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * (rough / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        return (Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    private static string Figure(double value) => Math.Abs(value) is >= 1e9 or (> 0 and < 1e-4)
        ? value.ToString("0.###E+0", CultureInfo.InvariantCulture)
        : value.ToString("#,0.####", CultureInfo.InvariantCulture);
}
