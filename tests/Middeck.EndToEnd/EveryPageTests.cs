using System.Text.RegularExpressions;
using Middeck.EndToEnd.Browsing;
using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd;

public sealed partial class EveryPageTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private static readonly string[] Pages =
    [
        "", "chat", "apps", "knowledge", "providers", "keys", "usage", "ops/jobs", "obs/errors", "members", "audit", "settings",
    ];

    public static TheoryData<string, bool, bool> Looks() => new()
    {
        { "zh-CN", false, false },
        { "en", true, false },
        { "en", false, true },
        { "zh-CN", true, true },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_is_accessible_fits_its_window_and_breaks_no_policy(string language, bool dark, bool phone)
    {
        await using var visitor = await Visitor.ArriveAsync(host, new Look(language, dark, phone));
        await visitor.SignInAsync();
        var workspace = WorkspaceAddress().Match(visitor.Page.Url).Value;

        foreach (var path in Pages)
        {
            await visitor.Page.GotoAsync($"{workspace}/{path}".TrimEnd('/'));
            await visitor.Page.Locator("h1").First.WaitForAsync();
            await visitor.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.Load);
            await Axe.AssertAccessibleAsync(visitor.Page);
            await visitor.AssertCleanAsync();
        }
    }

    [Fact]
    public async Task A_viewer_sees_neither_what_they_may_not_build_nor_what_they_may_not_run()
    {
        using var admin = await host.SignInAsync();
        var workspace = (await admin.GetAsync("/api/v1/auth/me")).GetProperty("workspace").GetProperty("id").GetString();
        var invitation = await admin.PostAsync($"/api/v1/workspaces/{workspace}/invitations", new { role = "viewer" }, 201);
        await using var visitor = await Visitor.ArriveAsync(host, Look.EnglishLight);
        await visitor.Page.GotoAsync($"/invite/{invitation.GetProperty("token").GetString()}");
        await visitor.Page.Locator("input[type=email]").FillAsync("viewer@example.com");
        await visitor.Page.GetByLabel("Name").FillAsync("Vera Viewer");
        await visitor.Page.Locator("input[type=password]").FillAsync("correct-horse-7-battery");
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/w/**");

        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Chat", Exact = true }).First.WaitForAsync();

        foreach (var hidden in new[] { "Apps", "Knowledge", "Providers", "Keys", "Jobs", "Audit" })
        {
            Assert.Equal(0, await visitor.Page.GetByRole(
                Microsoft.Playwright.AriaRole.Link, new() { Name = hidden, Exact = true }).CountAsync());
        }

        await visitor.AssertCleanAsync();
    }

    [GeneratedRegex("/w/[0-9a-f-]{36}")]
    private static partial Regex WorkspaceAddress();
}
