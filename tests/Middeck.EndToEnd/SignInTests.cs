using Middeck.EndToEnd.Browsing;
using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd;

public sealed class SignInTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    public static TheoryData<string, bool, bool> Looks() => new()
    {
        { "zh-CN", false, false },
        { "en", true, false },
        { "zh-CN", false, true },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_sign_in_page_is_accessible_and_lets_the_administrator_in(string language, bool dark, bool phone)
    {
        await using var visitor = await Visitor.ArriveAsync(host, new Look(language, dark, phone));
        await visitor.Page.GotoAsync("/login");
        await visitor.Page.Locator("input[type=password]").WaitForAsync();
        await Axe.AssertAccessibleAsync(visitor.Page);
        // The page asks whether a session can be renewed; for a newcomer the answer is no.
        visitor.Expect("/api/v1/auth/refresh");

        await visitor.SignInAsync();

        await visitor.AssertCleanAsync();
    }

    [Fact]
    public async Task A_wrong_password_is_said_and_what_was_typed_stays()
    {
        await using var visitor = await Visitor.ArriveAsync(host, Look.EnglishLight);
        visitor.Expect("/api/v1/auth/");
        await visitor.Page.GotoAsync("/login");
        await visitor.Page.Locator("input[type=email]").FillAsync("nobody@example.com");
        await visitor.Page.Locator("input[type=password]").FillAsync("not the password");
        await visitor.Page.Keyboard.PressAsync("Enter");

        await visitor.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).First.WaitForAsync();

        Assert.Equal("nobody@example.com", await visitor.Page.Locator("input[type=email]").InputValueAsync());
        await visitor.AssertCleanAsync();
    }
}
