namespace Middeck.Cli.Tests.Launcher;

public sealed class BuildTests : IDisposable
{
    // Answers its version, and "builds" a program that says its arguments.
    private const string WorkingSdk = """
        if [ "$1" = --version ]; then echo 10.0.401; exit; fi
        echo "$@" >>"$(dirname "$0")/calls"
        while [ "$1" != --output ]; do shift; done
        mkdir -p "$2" && printf '#!/bin/bash\necho middeck runs: "$@"\n' >"$2/middeck" && chmod +x "$2/middeck"
        """;

    private readonly LauncherCopy _clone = new();

    private int Builds => File.Exists(_clone.PathOf("bin/calls")) ? File.ReadAllLines(_clone.PathOf("bin/calls")).Length : 0;

    [Fact]
    public async Task It_builds_once_and_again_only_when_a_source_changed()
    {
        _clone.Program("dotnet", WorkingSdk);

        Assert.Equal("middeck runs: status --json\n", (await _clone.RunAsync("status", "--json")).Output);
        await _clone.RunAsync("status");
        Assert.Equal(1, Builds);

        _clone.Write("src/Program.cs", "two");
        await _clone.RunAsync("status");
        Assert.Equal(2, Builds);

        // Back to what was built before: that build is still there.
        _clone.Write("src/Program.cs", "one");
        await _clone.RunAsync("status");
        Assert.Equal(2, Builds);
    }

    [Fact]
    public async Task An_old_sdk_is_named_with_what_is_needed()
    {
        _clone.Program("dotnet", "echo 8.0.404");

        var result = await _clone.RunAsync("status");

        Assert.Equal(17, result.Code);
        Assert.StartsWith("middeck: the .NET SDK is 8.0.404; 10.0 is needed: ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v18.20.4")]
    [InlineData("v20.18.3")]
    [InlineData("v21.7.3")]
    [InlineData("v22.11.0")]
    public async Task An_old_node_is_named_when_there_is_a_console_to_build(string version)
    {
        _clone.Program("dotnet", WorkingSdk);
        _clone.Program("node", $"echo {version}");
        _clone.Write("console/package.json", "{}");

        var result = await _clone.RunAsync("status");

        Assert.Equal(17, result.Code);
        Assert.Contains($"Node.js is {version[1..]}; 20.19 or 22.12", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_console_is_built_beside_the_platform()
    {
        _clone.Program("dotnet", WorkingSdk);
        _clone.Program("node", "echo v22.12.0");
        _clone.Program("npm", """
            [ "$1" = ci ] && exit
            while [ "$1" != --outDir ]; do shift; done
            mkdir -p "$2" && echo page >"$2/index.html"
            """);
        _clone.Write("console/package.json", "{}");

        var result = await _clone.RunAsync("status");

        Assert.True(result.Code == 0, result.Error);
        var program = Directory.GetDirectories(_clone.PathOf("artifacts/platform")).Single();
        Assert.Equal("page\n", await File.ReadAllTextAsync(Path.Combine(program, "console", "index.html")));
    }

    [Fact]
    public async Task A_build_that_fails_shows_its_errors_and_leaves_nothing()
    {
        _clone.Program("dotnet", "[ \"$1\" = --version ] && { echo 10.0.401; exit; }; echo 'error CS0001: broken'; exit 1");

        var result = await _clone.RunAsync("status");

        Assert.Equal(1, result.Code);
        Assert.Contains("error CS0001: broken", result.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_clone.PathOf("artifacts/platform")));
    }

    public void Dispose() => _clone.Dispose();
}
