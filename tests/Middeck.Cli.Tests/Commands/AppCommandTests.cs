using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.Cli.Tests.Commands;

/// <summary><c>middeck app</c> as a pipeline runs it: the real program against the real platform with a management key.</summary>
public sealed class AppCommandTests(MiddeckHost host) : IClassFixture<MiddeckHost>, IDisposable
{
    private const string File = "app:\n  name: CI\n  mode: chat\nkind: app\nversion: 0.6.0\nmodel_config:\n  pre_prompt: one\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("middeck-app-");
    private readonly Dictionary<string, string> _environment = new() { ["LANG"] = "C" };

    [Fact]
    public async Task A_pipeline_imports_compares_publishes_and_rolls_back()
    {
        await GivenKeyAsync("apps.read", "apps.create", "apps.update", "apps.publish", "apps.delete");
        var file = await GivenFileAsync(File);

        var imported = await RunAsync(0, "app", "import", file, "--json");
        var id = Parse(imported.Output).GetProperty("app_id").GetString()!;
        Assert.Contains("There is no difference.", (await RunAsync(0, "app", "diff", id, file)).Output, StringComparison.Ordinal);
        Assert.Contains("Published version 1.", (await RunAsync(0, "app", "publish", id, "--name", "first")).Output, StringComparison.Ordinal);

        var changed = await GivenFileAsync(File.Replace("one", "two", StringComparison.Ordinal));
        var difference = await RunAsync(1, "app", "diff", "CI", changed, "--with", "1");
        Assert.Equal("model_config.pre_prompt\n  - \"one\"\n  + \"two\"\n", difference.Output);
        await RunAsync(0, "app", "import", changed, "--app", "CI");
        Assert.Equal("pre_prompt", Parse((await RunAsync(1, "app", "diff", id, "--json")).Output)[0].GetProperty("path").GetString());
        await RunAsync(0, "app", "publish", id);
        Assert.Contains("as version 3", (await RunAsync(0, "app", "rollback", id, "--to", "1")).Output, StringComparison.Ordinal);

        Assert.Equal(3, Parse((await RunAsync(0, "app", "versions", id, "--json")).Output).GetArrayLength());
        Assert.Contains("first", (await RunAsync(0, "app", "versions", id)).Output, StringComparison.Ordinal);
        Assert.Contains(id, (await RunAsync(0, "app", "list")).Output, StringComparison.Ordinal);
        Assert.Contains("published", (await RunAsync(0, "app", "show", "CI")).Output, StringComparison.Ordinal);
        Assert.Contains("Moved to the trash.", (await RunAsync(0, "app", "delete", id)).Output, StringComparison.Ordinal);
        Assert.Empty(Parse((await RunAsync(0, "app", "list", "--json")).Output).EnumerateArray());
        Assert.Single(Parse((await RunAsync(0, "app", "list", "--trash", "--json")).Output).EnumerateArray());
    }

    [Fact]
    public async Task What_is_exported_is_what_there_is()
    {
        await GivenKeyAsync("apps.read", "apps.create");
        var created = await RunAsync(0, "app", "create", "--template", "translation", "--language", "zh-CN", "--json");
        var id = Parse(created.Output).GetProperty("id").GetString()!;
        var path = Path.Combine(_folder.FullName, "out.yml");

        await RunAsync(0, "app", "export", id, "--output", path);

        Assert.Equal((await RunAsync(0, "app", "export", "翻译")).Output, await System.IO.File.ReadAllTextAsync(path));
        await RunAsync(0, "app", "diff", id, path);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_waits_for_a_word()
    {
        await GivenKeyAsync("apps.read", "apps.create");
        var file = await GivenFileAsync(File.Replace("0.6.0", "0.9.0", StringComparison.Ordinal));

        var pending = await RunAsync(1, "app", "import", file);
        Assert.Contains("--confirm", pending.Error, StringComparison.Ordinal);
        Assert.Empty(pending.Output);

        Assert.Contains("version: ", (await RunAsync(0, "app", "import", file, "--confirm")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_are_one_sentence_and_a_number_of_their_own()
    {
        await GivenKeyAsync("apps.read");
        var file = await GivenFileAsync(File);
        var broken = await GivenFileAsync("app: [");

        Assert.Contains("apps.create", (await RunAsync(19, "app", "import", file)).Error, StringComparison.Ordinal);
        Assert.Contains("No app is called 'nobody'", (await RunAsync(20, "app", "show", "nobody")).Error, StringComparison.Ordinal);
        await RunAsync(20, "app", "show", Guid.CreateVersion7().ToString());
        await RunAsync(2, "app", "import", "/not/there.yml");
        await RunAsync(2, "app", "diff", "x", file, "--from", "1");
        await RunAsync(2, "app", "rollback", "x");
        await RunAsync(2, "app", "create", "--name", "x");
        await RunAsync(2, "app", "list", "--server", "ftp://example.com");
        var unreachable = await RunAsync(18, "app", "list", "--server", "http://127.0.0.1:1");
        Assert.Single(unreachable.Error.Trim().Split('\n'));
        await RunAsync(19, "app", "list", "--key", "md-forged");
        await GivenKeyAsync("apps.read", "apps.create");
        Assert.Contains("Line 2:", (await RunAsync(20, "app", "import", broken)).Error, StringComparison.Ordinal);
        _environment.Remove("MIDDECK_KEY");
        Assert.Contains("MIDDECK_KEY", (await RunAsync(2, "app", "list")).Error, StringComparison.Ordinal);
        _environment.Remove("MIDDECK_SERVER");
        _environment["LANG"] = "zh_CN.UTF-8";
        Assert.Contains("请指定服务器", (await RunAsync(2, "app", "list")).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);

    private async Task GivenKeyAsync(params string[] scopes)
    {
        var workspace = await host.CreateWorkspaceAsync($"CI {Guid.CreateVersion7()}");
        var key = await workspace.Owner.PostAsync("/api/v1/management-keys", new { name = "ci", scopes }, 201);
        _environment["MIDDECK_KEY"] = key.GetProperty("key").GetString()!;
        _environment["MIDDECK_SERVER"] = host.Address.ToString();
    }

    private async Task<string> GivenFileAsync(string text)
    {
        var path = Path.Combine(_folder.FullName, $"{Guid.CreateVersion7()}.yml");
        await System.IO.File.WriteAllTextAsync(path, text);
        return path;
    }

    private async Task<CommandResult> RunAsync(int code, params string[] arguments)
    {
        var result = await CommandResult.OfAsync(
            [Path.Combine(AppContext.BaseDirectory, "middeck"), .. arguments], _environment);
        Assert.True(code == result.Code, $"{string.Join(' ', arguments)}: {result.Code} {result.Output} {result.Error}");
        return result;
    }
}
