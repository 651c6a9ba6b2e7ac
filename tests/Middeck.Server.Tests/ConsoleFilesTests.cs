using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests;

/// <summary>The console's files as browsers ask for them.</summary>
public sealed class ConsoleFilesTests : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("middeck-console-");
    private readonly MiddeckHost _host = new();

    public async Task InitializeAsync()
    {
        var assets = _folder.CreateSubdirectory("assets").FullName;
        await File.WriteAllTextAsync(Path.Combine(assets, "app-1.js"), "plain");
        await File.WriteAllTextAsync(Path.Combine(assets, "app-1.js.br"), "brotli");
        await File.WriteAllTextAsync(Path.Combine(assets, "app-1.js.gz"), "gzip");
        await File.WriteAllTextAsync(Path.Combine(assets, "font-1.woff2"), "font");
        _host.Configuration["server:consolefolder"] = _folder.FullName;
        await _host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("/assets/app-1.js", "gzip, deflate, br", "br", "brotli")]
    [InlineData("/assets/app-1.js", "gzip", "gzip", "gzip")]
    [InlineData("/assets/app-1.js", "br;q=0, gzip", "gzip", "gzip")]
    [InlineData("/assets/app-1.js", "identity", null, "plain")]
    [InlineData("/assets/font-1.woff2", "br", null, "font")]
    public async Task A_file_comes_in_the_smallest_form_that_the_browser_reads(
        string path, string accepts, string? encoding, string content)
    {
        using var browser = _host.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);

        using var answer = await browser.Http.SendAsync(request);

        Assert.Equal(content, await answer.Content.ReadAsStringAsync());
        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(
            path.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript" : "font/woff2",
            answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Contains("immutable", answer.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
    }
}
