using System.Globalization;
using System.Text.Json;

namespace Middeck.Workflows.Tests.Jinja;

/// <summary>Builds templates from Jinja's grammar, most of them sensible and some of them not.</summary>
internal sealed class RandomTemplate(Random random)
{
    private static readonly string[] _names = ["a", "b", "s", "t", "xs", "ys", "d", "u", "n", "loop", "item", "nope"];
    private static readonly string[] _filters =
    [
        "upper", "lower", "title", "capitalize", "length", "first", "last", "list", "join", "join(', ')", "sort", "reverse|list", "unique|list",
        "string", "int", "float", "abs", "round", "round(1)", "default('x')", "default('x', true)", "trim", "replace('a', 'bb')", "e", "safe",
        "tojson", "sum", "min", "max", "map('string')|list", "map('upper')|join('-')", "select|list", "reject('none')|list", "batch(2)|list",
        "slice(2)|list", "wordcount", "center(9)", "indent(2)", "truncate(5, true)", "striptags", "urlencode", "dictsort", "items|list",
        "pprint", "format(1)", "wordwrap(5)", "select('odd')|list", "map(attribute='k')|list", "groupby('k')", "sort(attribute='k')",
        "selectattr('k')|list", "attr('k')", "filesizeformat", "xmlattr", "count", "sort(reverse=true)", "batch(3, 0)|list", "nofilter",
    ];

    private static readonly string[] _tests =
    [
        "defined", "undefined", "none", "string", "number", "odd", "even", "mapping", "sequence", "iterable", "divisibleby(2)", "divisibleby 3",
        "eq(1)", "in(xs)", "boolean", "integer", "float", "lower", "upper", "sameas(none)", "true", "callable", "gt(1)", "ne 2",
    ];

    private static readonly string[] _methods =
    [
        "upper()", "lower()", "split()", "split(',')", "strip()", "replace('a', 'o')", "startswith('a')", "items()|list", "keys()|list", "values()|list",
        "get('k')", "get('k', 1)", "append(1)", "format(1, 2)", "count('a')", "index(1)", "title()", "join(['x', 'y'])", "k", "0", "pop()", "find('b')",
    ];

    private static readonly string[] _operators = ["+", "-", "*", "/", "//", "%", "~", "==", "!=", "<", ">=", "in", "not in", "and", "or"];

    public string Context() => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["a"] = random.Next(-5, 20),
        ["b"] = Pick<object?>(1.5, 0.1, -2.0, 3, true, null, 1e20, 100000000000000000),
        ["s"] = Pick("abc", "Hello World", "a,b,c", "", "  x ", "<i>1 & 2</i>", "42", "中文 字", "it's \"q\"", "%s-%s", "{}/{}"),
        ["t"] = Pick("", "b", "naan banana", "line1\nline2", "3.7"),
        ["xs"] = Pick<object>(new[] { 3, 1, 2 }, new[] { "b", "A", "a" }, Array.Empty<int>(), new object?[] { 1, "x", null, 2.5, true }, new[] { 1, 1, 2 }),
        ["ys"] = Pick<object>(new[] { new[] { 1, 2 }, [3, 4] }, new[] { new { k = 2 }, new { k = 1 } }, new object[] { new { k = "z" }, new { j = 1 } }),
        ["d"] = Pick<object>(new { k = 1, z = "v" }, new { }, new { k = new[] { 1, 2 }, name = "N", items = 3 }),
        ["u"] = new { k = new { k = "deep" } },
        ["n"] = null,
    });

    public string Template() => Body(random.Next(1, 4), depth: 3);

    private string Body(int parts, int depth) => string.Concat(Enumerable.Range(0, parts).Select(_ => Part(depth)));

    private string Part(int depth)
    {
        var (open, close) = (Chance(10) ? "{%-" : "{%", Chance(10) ? "-%}" : "%}");
        string Tag(string text) => $"{open} {text} {close}";
        var inner = depth > 0 ? Body(random.Next(1, 3), depth - 1) : "x";
        return (depth > 0 ? random.Next(16) : random.Next(7)) switch
        {
            < 6 => $"{(Chance(10) ? "{{-" : "{{")} {Expression(depth)} {(Chance(10) ? "-}}" : "}}")}",
            6 => Pick(" text ", "\n", " \n  ", "a", "{# note #}", "{% raw %}{{ x }}{% endraw %}"),
            7 => Tag($"if {Expression(1)}") + inner + (Chance(50) ? Tag("else") + "no" : "") + Tag("endif"),
            8 => Tag($"for item in {Sequence(depth)}") + inner + (Chance(30) ? Tag("else") + "none" : "") + Tag("endfor"),
            9 => Tag($"for item in {Sequence(depth)}{(Chance(40) ? " if " + Expression(1) : "")}") + "{{ loop.index }}{{ loop.last }}" + inner + Tag("endfor"),
            10 => Tag($"set {Pick("a", "item", "s", "q")} = {Expression(depth)}") + inner,
            11 => Tag($"macro m(a, b={Expression(1)})") + inner + Tag("endmacro") + "{{ m(" + Expression(1) + ") }}",
            12 => Tag($"with a = {Expression(1)}") + inner + Tag("endwith"),
            13 => Tag("filter upper") + inner + Tag("endfilter"),
            14 => Tag("set q") + inner + Tag("endset") + "{{ q|length }}",
            _ => Tag("macro c(x)") + "[{{ caller(x) }}]" + Tag("endmacro") + Tag($"call(y) c({Expression(1)})") + "{{ y }}" + inner + Tag("endcall"),
        };
    }

    private string Sequence(int depth) => Pick("xs", "ys", "d", "s", "range(3)", "d.items()", "nope", "[1, 2, 3]", Expression(depth - 1));

    private string Expression(int depth)
    {
        if (depth <= 0 || Chance(20))
        {
            return Atom();
        }

        return random.Next(13) switch
        {
            0 or 1 => $"{Expression(depth - 1)} {Pick(_operators)} {Expression(depth - 1)}",
            2 => $"({Expression(depth - 1)}) {Pick(_operators)} {Atom()}",
            3 or 4 or 5 => $"{Atom()}|{Pick(_filters)}",
            6 => $"({Expression(depth - 1)})|{Pick(_filters)}",
            7 => $"{Pick(_names)}.{Pick(_methods)}",
            8 => $"{Expression(depth - 1)} is {(Chance(30) ? "not " : "")}{Pick(_tests)}",
            9 => $"{Expression(depth - 1)} if {Expression(depth - 1)}{(Chance(60) ? " else " + Atom() : "")}",
            10 => $"[{Expression(depth - 1)}, {Atom()}]",
            11 => $"{{'k': {Expression(depth - 1)}}}",
            _ => $"{Pick(_names)}[{Pick("0", "-1", "1:", ":2", "::-1", "'k'", Atom())}]",
        };
    }

    private string Atom() => random.Next(8) switch
    {
        0 => random.Next(-3, 12).ToString(CultureInfo.InvariantCulture),
        1 => Pick("1.5", "0.1", "2e3", "10.0", "true", "none", "false"),
        2 => Pick("'a'", "'Ab c'", "\"it's\"", "''", "'<x>'", "'%d'"),
        3 => Pick("[]", "[1, 2]", "(1, 'x')", "{}", "{'k': 1}", "()"),
        _ => Pick(_names),
    };

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(params T[] all) => all[random.Next(all.Length)];
}
