using Middeck.EndToEnd.Browsing;
using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd;

public sealed class FirstStartTests(FirstStartTests.FreshInstallation fresh) : IClassFixture<FirstStartTests.FreshInstallation>
{
    [Fact]
    public async Task The_generated_password_is_replaced_at_the_first_sign_in_and_the_checklist_leads_on()
    {
        await using var visitor = await Visitor.ArriveAsync(fresh.Host, Look.ChineseLight);
        var page = visitor.Page;
        var generated = (await File.ReadAllTextAsync(fresh.Host.InitialPasswordFile)).Trim();
        await page.GotoAsync("/login");
        await page.Locator("input[type=email]").FillAsync(MiddeckHost.AdminEmail);
        await page.Locator("input[type=password]").FillAsync(generated);
        await page.Keyboard.PressAsync("Enter");

        await page.GetByText("设置新密码").First.WaitForAsync();
        await page.Locator("input[type=password]").Last.FillAsync("my-own-password-2026");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/w/**");

        await page.GetByText("开始使用").WaitForAsync();
        await page.GetByText("1/6").WaitForAsync();
        Assert.False(File.Exists(fresh.Host.InitialPasswordFile));
        await Pictures.TakeAsync(page, "home-zh-light");
        await visitor.AssertCleanAsync();
    }

    /// <summary>A platform whose first administrator got a generated password.</summary>
    public sealed class FreshInstallation : IAsyncLifetime
    {
        public MiddeckHost Host { get; } = new() { Configuration = { ["identity:adminpassword"] = "" } };

        public Task InitializeAsync() => Host.InitializeAsync();

        public Task DisposeAsync() => Host.DisposeAsync();
    }
}
