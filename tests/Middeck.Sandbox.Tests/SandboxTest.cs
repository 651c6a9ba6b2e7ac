using System.Text.Json;

namespace Middeck.Sandbox.Tests;

public abstract class SandboxTest(SandboxHost host) : IClassFixture<SandboxHost>
{
    protected SandboxHost Host { get; } = host;

    protected Task<CodeOutcome> PythonAsync(string code, object? inputs = null, SandboxLimits? limits = null)
        => RunAsync(CodeLanguage.Python, code, inputs, limits);

    protected Task<CodeOutcome> JavaScriptAsync(string code, object? inputs = null, SandboxLimits? limits = null)
        => RunAsync(CodeLanguage.JavaScript, code, inputs, limits);

    protected Task<CodeOutcome> RunAsync(CodeLanguage language, string code, object? inputs = null, SandboxLimits? limits = null)
        => Host.Code.RunAsync(
            new(language, code, JsonSerializer.SerializeToElement(inputs ?? new { }), limits), CancellationToken.None);

    /// <summary>What main handed back, as JSON.</summary>
    protected static string ResultOf(CodeOutcome outcome)
    {
        Assert.Null(outcome.Error);
        return outcome.Result!.Value.GetRawText();
    }

    protected async Task AssertNextRunWorksAsync()
        => Assert.Equal("2", ResultOf(await PythonAsync("def main(a): return a + 1", new { a = 1 })));
}
