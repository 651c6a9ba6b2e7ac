using System.Globalization;
using System.Security;
using System.Text;
using System.Xml;

namespace Middeck.Studio.Tools.Builtin.Charts;

/// <summary>Writes an SVG. Widths of text are guessed: Chinese characters are as wide as they are high.</summary>
internal sealed class SvgText(int width, int height)
{
    private const string Fonts = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

    private readonly StringBuilder _text = new(
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"
          font-family="{Fonts}" font-size="13"><rect width="100%" height="100%" fill="#ffffff"/>
        """);

    public void Line(double x1, double y1, double x2, double y2, string colour)
        => Write($"""<line x1="{x1:0.#}" y1="{y1:0.#}" x2="{x2:0.#}" y2="{y2:0.#}" stroke="{colour}"/>""");

    public void Rectangle(double x, double y, double wide, double high, string colour)
        => Write($"""<rect x="{x:0.##}" y="{y:0.##}" width="{wide:0.##}" height="{high:0.##}" fill="{colour}"/>""");

    public void Dot(double x, double y, string colour) => Write($"""<circle cx="{x:0.#}" cy="{y:0.#}" r="3" fill="{colour}"/>""");

    public void Curve(IEnumerable<(double X, double Y)> points, string colour)
    {
        var path = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));
        Write($"""<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>""");
    }

    /// <summary>A part of a circle, between two angles in radians, clockwise from the top.</summary>
    public void Slice(double x, double y, double radius, double from, double to, string colour)
    {
        if (to - from >= (2 * Math.PI) - 1e-9)
        {
            Write($"""<circle cx="{x:0.#}" cy="{y:0.#}" r="{radius:0.#}" fill="{colour}"/>""");
            return;
        }

        var (startX, startY) = (x + (radius * Math.Sin(from)), y - (radius * Math.Cos(from)));
        var (endX, endY) = (x + (radius * Math.Sin(to)), y - (radius * Math.Cos(to)));
        var isLarge = to - from > Math.PI ? 1 : 0;
        Write($"""
            <path d="M{x:0.##} {y:0.##}L{startX:0.##} {startY:0.##}A{radius:0.##} {radius:0.##} 0 {isLarge} 1 {endX:0.##} {endY:0.##}Z"
              fill="{colour}" stroke="#ffffff"/>
            """);
    }

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="words">The text.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="more">Further attributes of ours.</param>
    public void Words(double x, double y, string words, string anchor, string colour = "#55524c", string more = "")
        => Write($"""<text x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}" fill="{colour}"{more}>{Escape(words)}</text>""");

    /// <summary>The text's width in pixels, about.</summary>
    public static double WidthOf(string text) => text.EnumerateRunes().Sum(rune => rune.Value >= 0x2E80 ? 13.0 : 7.2);

    /// <summary>The text, cut so that it is no wider.</summary>
    public static string Fit(string text, double most)
    {
        if (WidthOf(text) <= most)
        {
            return text;
        }

        var cut = new StringBuilder();
        var used = 13.0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.Value >= 0x2E80 ? 13.0 : 7.2;
            if (used > most)
            {
                break;
            }

            cut.Append(rune);
        }

        return $"{cut}…";
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes($"{_text}</svg>");

    private void Write(FormattableString piece) => _text.Append(piece.ToString(CultureInfo.InvariantCulture));

    private static string Escape(string words)
        => SecurityElement.Escape(string.Concat(words.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter))));
}
