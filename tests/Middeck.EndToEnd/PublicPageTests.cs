using Microsoft.Playwright;
using Middeck.EndToEnd.Browsing;
using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd;

public sealed class PublicPageTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private const string Question = "How far apart do smoke detectors stand?";

    [Fact]
    public async Task A_visitor_on_a_phone_asks_and_finds_the_conversation_after_a_reload()
    {
        var token = await GivenPageAsync([]);
        await using var visitor = await Visitor.ArriveAsync(host, Look.ChinesePhone);
        var page = visitor.Page;
        await page.GotoAsync($"/s/{token}");
        await page.GetByRole(AriaRole.Heading, new() { Name = "规范问答", Level = 1 }).WaitForAsync();
        await Axe.AssertAccessibleAsync(page);
        await AskAsync(page.GetByRole(AriaRole.Textbox, new() { Name = "问题" }), page.Locator(".md-answer-foot"));

        await page.ReloadAsync();

        await page.Locator(".md-question", new() { HasText = Question }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "显示或隐藏会话列表" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = Question, Exact = true }).WaitForAsync();
        await Axe.AssertAccessibleAsync(page);
        await visitor.AssertCleanAsync();
    }

    [Fact]
    public async Task The_bubble_works_on_a_foreign_page_of_the_strictest_policy()
    {
        await using var foreign = await ForeignPage.StartAsync(host.Address);
        var token = await GivenPageAsync([foreign.Origin]);
        await using var visitor = await Visitor.ArriveAsync(host, Look.EnglishLight);
        var page = visitor.Page;
        await page.GotoAsync(foreign.AddressFor(token));
        var bubble = page.GetByRole(AriaRole.Button, new() { Name = "规范问答" });
        await bubble.ClickAsync();
        var frame = page.FrameLocator("iframe");
        await AskAsync(frame.GetByRole(AriaRole.Textbox, new() { Name = "Question" }), frame.Locator(".md-answer-foot"));
        await Axe.AssertAccessibleAsync(page);

        await frame.GetByRole(AriaRole.Textbox, new() { Name = "Question" }).PressAsync("Escape");

        await page.Locator("iframe").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        Assert.True(await bubble.EvaluateAsync<bool>("element => element.getRootNode().activeElement === element"));
        await visitor.AssertCleanAsync();
    }

    [Fact]
    public async Task A_page_that_may_not_embed_gets_no_bubble_and_one_sentence()
    {
        await using var foreign = await ForeignPage.StartAsync(host.Address);
        var token = await GivenPageAsync(["https://somewhere.else.example"]);
        await using var visitor = await Visitor.ArriveAsync(host, Look.EnglishLight);
        visitor.Expect("may not show the app");
        var said = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        visitor.Page.Console += (_, message) => said.TrySetResult(message.Text);

        await visitor.Page.GotoAsync(foreign.AddressFor(token));

        Assert.Contains(foreign.Origin, await said.Task.WaitAsync(TimeSpan.FromSeconds(15)), StringComparison.Ordinal);
        Assert.Equal(0, await visitor.Page.Locator("middeck-chat").CountAsync());
        // And a frame of its own making stays empty.
        var answer = await visitor.Page.APIRequest.GetAsync($"{host.Address}embed/{token}");
        Assert.EndsWith("frame-ancestors 'self' https://somewhere.else.example", answer.Headers["content-security-policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("x-frame-options", answer.Headers.Keys);
        await visitor.AssertCleanAsync();
    }

    private static async Task AskAsync(ILocator field, ILocator answered)
    {
        await field.FillAsync(Question);
        await field.PressAsync("Enter");
        await answered.WaitForAsync();
    }

    private async Task<string> GivenPageAsync(string[] origins)
    {
        using var admin = await host.SignInAsync();
        var app = (await admin.PostAsync("/api/v1/apps", new { name = "规范问答", mode = "chat" }, 201)).GetProperty("id").GetString();
        await admin.PostAsync($"/api/v1/apps/{app}/publish", new { });
        using var access = System.Net.Http.Json.JsonContent.Create(new { enabled = true, origins });
        using var saved = await admin.Http.PutAsync($"/api/v1/apps/{app}/site/access", access);
        using var site = System.Net.Http.Json.JsonContent.Create(new { title = "规范问答", default_language = "fr" });
        (await admin.Http.PutAsync($"/api/v1/apps/{app}/site", site)).EnsureSuccessStatusCode().Dispose();
        return System.Text.Json.JsonDocument.Parse(await saved.Content.ReadAsStringAsync())
            .RootElement.GetProperty("token").GetString()!;
    }
}
