using System.Text.RegularExpressions;

namespace Middeck.Operations.Catalogue;

/// <summary>How a service or a port may be called.</summary>
internal static partial class ServiceName
{
    public const string Form = "a name has lower-case letters, digits and dashes, begins with a letter and has 40 at most";
    public const string ChineseForm = "名称只能包含小写字母、数字和连字符，以字母开头，最多 40 个字符";

    public static bool IsValid(string name) => Pattern().IsMatch(name);

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}$")]
    private static partial Regex Pattern();
}
