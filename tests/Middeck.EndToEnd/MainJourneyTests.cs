using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Middeck.EndToEnd.Browsing;
using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd;

/// <summary>The platform's main job as a newcomer does it: a real PDF goes in, a cited answer comes out, in the browser and by a key.</summary>
public sealed partial class MainJourneyTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private const string FileName = "火灾自动报警系统设计要点.pdf";

    [Fact]
    public async Task From_a_real_pdf_to_a_cited_answer_in_the_browser_and_by_a_key()
    {
        await using var visitor = await Visitor.ArriveAsync(host, Look.ChineseLight);
        var page = visitor.Page;
        await visitor.SignInAsync();

        await CreateKnowledgeBaseAsync(page);
        await UploadAsync(page);
        var app = await CreateAppAsync(page);
        await PublishAsync(page);
        await AskAsync(page);
        await Pictures.TakeAsync(page, "chat-zh-light");
        await visitor.AssertCleanAsync();

        var key = await CreateKeyAsync(page, app);
        await AssertAnswersAsync(key);
        await visitor.AssertCleanAsync();
    }

    private static async Task CreateKnowledgeBaseAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "知识库", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "新建知识库" }).First.ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await drawer.GetByLabel("名称").FillAsync("消防规范");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "消防规范" }).WaitForAsync();
    }

    private static async Task UploadAsync(IPage page)
    {
        var pdf = await Pdf.PrintAsync(
            """
            <html lang="zh-CN"><body style="font: 12pt 'Noto Sans CJK SC'">
            <h1>火灾自动报警系统设计要点</h1>
            <h2>6.2 火灾探测器的设置</h2>
            <p>6.2.3 感烟火灾探测器和感温火灾探测器的安装间距，应根据探测器的保护面积和保护半径确定，并不应超过规定的范围。</p>
            <p>6.2.4 在宽度小于 3 m 的内走道顶棚上设置点型探测器时，宜居中布置。感温火灾探测器的安装间距不应超过 10 m；感烟火灾探测器的安装间距不应超过 15 m；探测器至端墙的距离，不应大于探测器安装间距的 1/2。</p>
            <p>6.2.5 点型探测器至墙壁、梁边的水平距离，不应小于 0.5 m。</p>
            <p>6.2.6 点型探测器周围 0.5 m 内，不应有遮挡物。</p>
            <h2>6.3 手动火灾报警按钮的设置</h2>
            <p>6.3.1 每个防火分区应至少设置一只手动火灾报警按钮。从一个防火分区内的任何位置到最邻近的手动火灾报警按钮的步行距离不应大于 30 m。</p>
            </body></html>
            """);
        await page.Locator("input[type=file]").First.SetInputFilesAsync(
            new FilePayload { Name = FileName, MimeType = "application/pdf", Buffer = pdf });
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = FileName }).GetByText("可用").WaitForAsync();
    }

    private static async Task<string> CreateAppAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "应用", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "新建应用" }).First.ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await drawer.GetByText("知识库问答").First.ClickAsync();
        await drawer.GetByLabel("名称").FillAsync("规范问答助手");
        await drawer.GetByRole(AriaRole.Combobox, new() { Name = "知识库" }).FillAsync("消防");
        await page.Keyboard.PressAsync("Enter");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "创建并打开" }).ClickAsync();
        await page.WaitForURLAsync(AppAddress());
        return AppAddress().Match(page.Url).Groups[1].Value;
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.GetByText("线上 v1").First.WaitForAsync();
    }

    private static async Task AskAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "对话", Exact = true }).First.ClickAsync();
        await page.GetByText("规范问答助手").First.ClickAsync();
        await page.GetByLabel("问题").FillAsync("内走道里感烟火灾探测器的安装间距不应超过多少？");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("15 m").First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = SourceName() }).First.ClickAsync();
        await page.Locator("mark").First.WaitForAsync();
    }

    private static async Task<string> CreateKeyAsync(IPage page, string app)
    {
        var workspace = WorkspaceAddress().Match(page.Url).Value;
        await page.GotoAsync($"{workspace}/apps/{app}/access");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建密钥" }).First.ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await drawer.GetByRole(AriaRole.Button).Last.ClickAsync();
        var shown = page.GetByText(KeyText()).First;
        await shown.WaitForAsync();
        return KeyText().Match(await shown.InnerTextAsync()).Value;
    }

    private async Task AssertAnswersAsync(string key)
    {
        using var program = host.With(key);
        using var answer = await program.Http.PostAsJsonAsync(
            "/v1/chat-messages",
            new { inputs = new { }, query = "手动火灾报警按钮的步行距离？", response_mode = "streaming", user = "curl" });
        var stream = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"event\":\"message_end\"", stream.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(FileName, stream, StringComparison.Ordinal);
    }

    [GeneratedRegex("/apps/([0-9a-f-]{36})")]
    private static partial Regex AppAddress();

    [GeneratedRegex("/w/[0-9a-f-]{36}")]
    private static partial Regex WorkspaceAddress();

    [GeneratedRegex("^来源 1：")]
    private static partial Regex SourceName();

    [GeneratedRegex("app-[A-Za-z0-9_-]{20,}")]
    private static partial Regex KeyText();
}
