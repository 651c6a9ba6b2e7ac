using System.Text;
using System.Text.RegularExpressions;

namespace Middeck.Architecture.Tests.Reference;

public sealed partial class ErrorReferenceTests
{
    private const string Head = """
        # Error codes

        Made from the code. A code never changes its meaning and is never used again for another one. The answer's `detail` says in
        English what happened and what to do; the console translates by code. Under `/v1` the codes are Dify's.

        | code | room |
        |---|---|

        """;

    [Fact]
    public void The_page_lists_every_code()
    {
        var codes = House.Sources("*.cs")
            .SelectMany(source => Pattern().Matches(File.ReadAllText(source.Path))
                .Select(match => (Code: match.Groups[1].Value, source.Room)))
            .Distinct()
            .OrderBy(row => row.Code, StringComparer.Ordinal)
            .ThenBy(row => row.Room, StringComparer.Ordinal);
        var page = new StringBuilder(Head);
        foreach (var (code, room) in codes)
        {
            page.Append("| `").Append(code).Append("` | ").Append(room).Append(" |\n");
        }

        ReferenceFile.AssertCurrent("errors.md", page.ToString());
    }

    // Fault.Invalid("a.b", …), Problems.Conflict("a.b", …), new Fault(FaultKind.X, "a.b", …)
    [GeneratedRegex(@"(?:Fault\.\w+\(|Problems\.\w+\(|FaultKind\.\w+,)\s*""([a-z_]+\.[a-z_]+)""")]
    private static partial Regex Pattern();
}
