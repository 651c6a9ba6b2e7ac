using Microsoft.Playwright;
using Middeck.EndToEnd.Browsing;

namespace Middeck.EndToEnd;

public sealed class PaletteTests(FurnishedHost furnished) : IClassFixture<FurnishedHost>
{
    public static TheoryData<string, bool, bool> Looks() => new()
    {
        { "zh-CN", false, false },
        { "en", true, false },
        { "en", false, true },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task A_document_is_opened_by_a_part_of_its_name(string language, bool dark, bool phone)
    {
        await using var visitor = await Visitor.ArriveAsync(furnished.Host, new Look(language, dark, phone));
        var page = visitor.Page;
        await visitor.SignInAsync();
        await page.GotoAsync($"/w/{furnished.Workspace.Id}/apps");
        await page.Locator("h1").First.WaitForAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox).FillAsync("#smoke");
        await page.GetByRole(AriaRole.Option, new() { Name = FurnishedWorkspace.DocumentName }).WaitForAsync();
        await Axe.AssertAccessibleAsync(page);
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Heading, new() { Name = FurnishedWorkspace.DocumentName }).WaitForAsync();
        Assert.EndsWith(furnished.Workspace.AddressOf("/knowledge/{base}/documents/{document}"), page.Url, StringComparison.Ordinal);
        await visitor.AssertCleanAsync();
    }
}
