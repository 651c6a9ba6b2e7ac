using System.Globalization;
using System.Text;
using Middeck.Operations;
using Middeck.Testing;

namespace Middeck.Architecture.Tests.Reference;

public sealed class ExitCodeReferenceTests
{
    private const string TableHead = "| code | name | meaning |\n|---|---|---|\n";

    [Fact]
    public void The_manual_of_the_command_line_lists_every_exit_code()
    {
        var path = Path.Combine(Repository.Root, "docs", "cli.md");
        var manual = File.ReadAllText(path);
        var page = new StringBuilder(manual[..(manual.IndexOf(TableHead, StringComparison.Ordinal) + TableHead.Length)]);
        foreach (var code in Enum.GetValues<ExitCode>())
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {(int)code} | `{code}` | {XmlSummaries.Of(typeof(ExitCode).GetField(code.ToString())!)} |\n");
        }

        ReferenceFile.AssertCurrent("../cli.md", page.ToString());
    }
}
