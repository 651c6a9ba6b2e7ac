using System.Collections.Frozen;
using Middeck.Workflows.Jinja.Running;
using Middeck.Workflows.Jinja.Text;

namespace Middeck.Workflows.Jinja.Values;

/// <summary>The methods of a text.</summary>
internal static class StringMethods
{
    private static readonly Signature _none = new("method", 0);
    private static readonly Signature _chars = new("strip", 0, "chars");
    private static readonly Signature _pad = new("pad", 1, "width", "fillchar");
    private static readonly Signature _zfill = new("zfill", 1, "width");
    private static readonly Signature _replace = new("replace", 2, "old", "new", "count");
    private static readonly Signature _one = new("method", 1, "value");
    private static readonly Signature _tabs = new("expandtabs", 0, "tabsize");
    private static readonly Signature _lines = new("splitlines", 0, "keepends");

    private static readonly FrozenDictionary<string, Method> _all = new Dictionary<string, Method>
    {
        ["upper"] = Plain(Str.Upper),
        ["lower"] = Plain(Str.Lower),
        ["casefold"] = Plain(text => Str.Lower(text).Replace("ß", "ss", StringComparison.Ordinal)),
        ["capitalize"] = Plain(Str.Capitalize),
        ["title"] = Plain(Letters.Title),
        ["swapcase"] = Plain(Letters.SwapCase),
        ["strip"] = Of(_chars, (_, text, values) => Stripping.Strip(text, values.Or(0), true, true)),
        ["lstrip"] = Of(_chars, (_, text, values) => Stripping.Strip(text, values.Or(0), true, false)),
        ["rstrip"] = Of(_chars, (_, text, values) => Stripping.Strip(text, values.Or(0), false, true)),
        ["removeprefix"] = Of(_one, (_, text, values) => text.StartsWith(Text(values[0]), StringComparison.Ordinal) ? text[Text(values[0]).Length..] : text),
        ["removesuffix"] = Of(_one, (_, text, values) => text.EndsWith(Text(values[0]), StringComparison.Ordinal) ? text[..^Text(values[0]).Length] : text),
        ["center"] = Of(_pad, (rendering, text, values) => Padding.Center(text, values.Whole(0, 0), Fill(values), rendering.Budget)),
        ["ljust"] = Of(_pad, (rendering, text, values) => Padding.Left(text, values.Whole(0, 0), Fill(values), rendering.Budget)),
        ["rjust"] = Of(_pad, (rendering, text, values) => Padding.Right(text, values.Whole(0, 0), Fill(values), rendering.Budget)),
        ["zfill"] = Of(_zfill, (rendering, text, values) => Padding.Zeros(text, values.Whole(0, 0), rendering.Budget)),
        ["expandtabs"] = Of(_tabs, (rendering, text, values) => Padding.Tabs(text, values.Whole(0, 8), rendering.Budget)),
        ["replace"] = Of(_replace, (rendering, text, values)
            => Replacing.Replace(text, Text(values[0]), Text(values[1]), values.Whole(2, -1), rendering.Budget)),
        ["join"] = Of(_one, (rendering, text, values) => Joining.Join(text, values[0], rendering.Budget)),
        ["split"] = Splitting.Split,
        ["rsplit"] = Splitting.SplitFromEnd,
        ["partition"] = Of(_one, (_, text, values) => Splitting.Partition(text, Text(values[0]), fromEnd: false)),
        ["rpartition"] = Of(_one, (_, text, values) => Splitting.Partition(text, Text(values[0]), fromEnd: true)),
        ["splitlines"] = Of(_lines, (rendering, text, values) => Splitting.List(Str.Lines(text, values.Flag(0)), rendering.Budget)),
        ["find"] = (rendering, self, arguments) => Searching.Find((string)self, arguments, fromEnd: false, mustExist: false),
        ["rfind"] = (rendering, self, arguments) => Searching.Find((string)self, arguments, fromEnd: true, mustExist: false),
        ["index"] = (rendering, self, arguments) => Searching.Find((string)self, arguments, fromEnd: false, mustExist: true),
        ["rindex"] = (rendering, self, arguments) => Searching.Find((string)self, arguments, fromEnd: true, mustExist: true),
        ["count"] = (rendering, self, arguments) => Searching.Count((string)self, arguments),
        ["startswith"] = (rendering, self, arguments) => Searching.Starts((string)self, arguments, atEnd: false),
        ["endswith"] = (rendering, self, arguments) => Searching.Starts((string)self, arguments, atEnd: true),
        ["format"] = (rendering, self, arguments) => BraceFormat.Fill((string)self, arguments, rendering.Budget),
        ["format_map"] = Of(_one, (rendering, text, values) => BraceFormat.Fill(text, BraceFormat.Named(values[0]), rendering.Budget)),
        ["isalnum"] = Question(Letters.IsAlphanumeric),
        ["isalpha"] = Question(text => Letters.All(text, char.IsLetter)),
        ["isascii"] = Question(text => text.All(char.IsAscii)),
        ["isdecimal"] = Question(text => Letters.All(text, char.IsDigit)),
        ["isdigit"] = Question(text => Letters.All(text, Letters.IsDigit)),
        ["isnumeric"] = Question(text => Letters.All(text, letter => char.IsNumber(letter) || Letters.IsChineseNumber(letter))),
        ["isidentifier"] = Question(text => text.Length > 0 && !char.IsDigit(text[0]) && text.All(Str.IsWord)),
        ["isspace"] = Question(text => Letters.All(text, Str.IsSpace)),
        ["islower"] = Question(text => text.Any(char.IsLower) && !text.Any(letter => char.IsUpper(letter) || Letters.IsTitle(letter))),
        ["isupper"] = Question(text => text.Any(char.IsUpper) && !text.Any(letter => char.IsLower(letter) || Letters.IsTitle(letter))),
        ["istitle"] = Question(Letters.IsTitleCased),
        ["isprintable"] = Question(Letters.IsPrintable),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Method? Find(string name) => _all.GetValueOrDefault(name);

    /// <summary>A parameter that has to be a text.</summary>
    public static string Text(object? value) => Str.Of(value)
        ?? throw (value is Undefined undefined ? undefined.Fail() : Failures.Type($"must be str, not {TypeNames.Of(value)}"));

    private static string Fill(object?[] values)
    {
        var fill = Text(values.Or(1, " "));
        return Str.Length(fill) == 1 ? fill : throw Failures.Type("The fill character must be exactly one character long");
    }

    private static Method Plain(Func<string, string> change) => Of(_none, (_, text, _) => change(text));

    private static Method Question(Func<string, bool> ask) => Of(_none, (_, text, _) => ask(text));

    private static Method Of(Signature signature, Func<Rendering, string, object?[], object?> body)
        => (rendering, self, arguments) =>
        {
            var text = (string)self;
            rendering.Budget.Text(text.Length);
            return body(rendering, text, signature.Bind(arguments));
        };
}
