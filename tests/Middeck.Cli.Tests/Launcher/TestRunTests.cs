namespace Middeck.Cli.Tests.Launcher;

/// <summary><c>./middeck test</c> with a real temporary cluster and suites that answer as we say.</summary>
public sealed class TestRunTests : IDisposable
{
    // A suite's counters come from the file that it writes; "crash" writes none.
    private const string Sdk = """
        case "$1" in
          --version) echo 10.0.401 ;;
          build) ;;
          test)
            name=$(basename "$2" .dll)
            echo "$MIDDECK_TEST_DATABASE" >>"$(dirname "$0")/databases"
            while [ "$1" != --results-directory ]; do shift; done
            case $name in
              *Good*) echo '<Counters total="12" executed="11" passed="11" failed="0" error="0" />' >"$2/$name.trx" ;;
              *Bad*) echo '<Counters total="3" executed="3" passed="1" failed="2" error="0" />' >"$2/$name.trx"; exit 1 ;;
              *Crash*) echo 'The active test run was aborted.'; exit 134 ;;
            esac ;;
        esac
        """;

    private readonly LauncherCopy _clone = new();

    public TestRunTests() => _clone.Program("dotnet", Sdk);

    [Fact]
    public async Task The_last_line_adds_everything_up()
    {
        Suites("Good", "Bad", "Crash");

        var result = await _clone.RunAsync("test");

        Assert.Equal(1, result.Code);
        Assert.Equal("12 passed, 3 failed, 1 skipped", LastLine(result));
        Assert.Contains("The active test run was aborted.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_suite_can_be_named_and_gets_a_cluster_that_is_gone_afterwards()
    {
        Suites("Good", "Bad");

        var result = await _clone.RunAsync("test", "good");

        Assert.True(result.Code == 0, result.Output + result.Error);
        Assert.Equal("11 passed, 0 failed, 1 skipped", LastLine(result));
        var connection = (await File.ReadAllTextAsync(_clone.PathOf("bin/databases"))).Trim();
        Assert.StartsWith("Host=/", connection, StringComparison.Ordinal);
        Assert.False(Directory.Exists(connection["Host=".Length..connection.IndexOf(';', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_suite_that_does_not_exist_is_a_usage_error()
    {
        Suites("Good");

        Assert.Equal(2, (await _clone.RunAsync("test", "nonsense")).Code);
    }

    public void Dispose() => _clone.Dispose();

    private void Suites(params string[] names)
    {
        foreach (var name in names)
        {
            _clone.Write($"tests/Middeck.{name}.Tests/Middeck.{name}.Tests.csproj", "<Project />");
        }
    }

    private static string LastLine(CommandResult result) => result.Output.TrimEnd('\n').Split('\n')[^1];
}
