using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Middeck.EndToEnd.Browsing;
using Middeck.Testing.Hosting;

namespace Middeck.EndToEnd;

/// <summary>A workflow as somebody builds it for the first time: drawn, tried out, published, and found again among the runs.</summary>
public sealed partial class CanvasTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    [Fact]
    public async Task A_workflow_is_drawn_tried_out_and_published_on_the_canvas()
    {
        await using var visitor = await Visitor.ArriveAsync(host, Look.EnglishLight);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await CreateAsync(page);

        await AskForTopicAsync(page);
        await AddTemplateAsync(page);
        await GiveBackAsync(page);
        await RunAsync(page);
        await Pictures.TakeAsync(page, "canvas-en-light");
        await visitor.AssertCleanAsync();

        await PublishAsync(page);
        await FindAmongRunsAsync(page);
        await visitor.AssertCleanAsync();
    }

    private static async Task CreateAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Apps", Exact = true }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New app" }).First.ClickAsync();
        var drawer = page.GetByRole(AriaRole.Dialog);
        await drawer.GetByText("Blank workflow").First.ClickAsync();
        await drawer.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true }).FillAsync("Letters");
        await drawer.GetByRole(AriaRole.Button, new() { Name = "Create and open" }).ClickAsync();
        await page.WaitForURLAsync(FlowAddress());
        await Card(page, "END").WaitForAsync();
    }

    private static async Task AskForTopicAsync(IPage page)
    {
        await Card(page, "START").ClickAsync();
        await Settings(page).GetByRole(AriaRole.Button, new() { Name = "Add a field" }).ClickAsync();
        await NameAsync(Settings(page).GetByRole(AriaRole.Group, new() { Name = "Fields" }), "topic");
    }

    private static async Task AddTemplateAsync(IPage page)
    {
        await page.Locator(".react-flow__edge").HoverAsync(new() { Force = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Put a node in here" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog, new() { Name = "Add a node" }).GetByRole(AriaRole.Combobox).FillAsync("templ");
        await page.Keyboard.PressAsync("Enter");
        await Card(page, "TEMPLATE").WaitForAsync();

        var inputs = Settings(page).GetByRole(AriaRole.Group, new() { Name = "Inputs" });
        await NameAsync(inputs, "subject");
        await ChooseAsync(page, inputs, "topic");
        await Settings(page).GetByRole(AriaRole.Group, new() { Name = "Template" }).GetByRole(AriaRole.Textbox)
            .FillAsync("Dear reader,\n\nthis is about {{ subject | upper }}.");
    }

    private static async Task GiveBackAsync(IPage page)
    {
        await Card(page, "END").ClickAsync();
        var outputs = Settings(page).GetByRole(AriaRole.Group, new() { Name = "Outputs" });
        await outputs.GetByRole(AriaRole.Button, new() { Name = "Add an output" }).ClickAsync();
        await NameAsync(outputs, "letter");
        await ChooseAsync(page, outputs, "output");
    }

    private static async Task RunAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Test run" }).ClickAsync();
        var run = page.GetByRole(AriaRole.Complementary, new() { Name = "Test run" });
        await run.GetByLabel("topic").FillAsync("smoke detectors");
        await run.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await run.GetByRole(AriaRole.Region, new() { Name = "Result" }).GetByText("SMOKE DETECTORS").WaitForAsync();
        foreach (var kind in (string[])["START", "TEMPLATE", "END"])
        {
            await Card(page, kind).GetByText("Succeeded").WaitForAsync();
        }

        await Assertions.Expect(page.GetByRole(AriaRole.List, new() { Name = "Steps" }).GetByRole(AriaRole.Button)).ToHaveCountAsync(3);
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.GetByText("live v1").First.WaitForAsync();
    }

    private static async Task FindAmongRunsAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Runs", Exact = true }).ClickAsync();
        var row = page.GetByRole(AriaRole.Table, new() { Name = "Runs" }).GetByRole(AriaRole.Row).Filter(new() { HasText = "topic: smoke detectors" });
        await Assertions.Expect(row).ToContainTextAsync("Succeeded");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.List, new() { Name = "Steps" }).GetByRole(AriaRole.Button, new() { NameRegex = TemplateName() }).ClickAsync();
        await page.GetByText("SMOKE DETECTORS").First.WaitForAsync();
    }

    private static async Task NameAsync(ILocator part, string name)
    {
        var field = part.GetByRole(AriaRole.Textbox, new() { Name = "Name", Exact = true });
        await field.FillAsync(name);
        await field.PressAsync("Enter");
    }

    private static async Task ChooseAsync(IPage page, ILocator part, string variable)
    {
        await part.GetByRole(AriaRole.Button, new() { NameRegex = SourceOfName() }).ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex($"^{variable} ") }).ClickAsync();
    }

    private static ILocator Settings(IPage page) => page.GetByRole(AriaRole.Complementary, new() { Name = "Settings of the node" });

    private static ILocator Card(IPage page, string kind)
        => page.Locator(".react-flow__node").Filter(new() { Has = page.Locator("code", new() { HasTextRegex = new Regex($"^{kind}$") }) });

    [GeneratedRegex("/apps/[0-9a-f-]{36}/flow")]
    private static partial Regex FlowAddress();

    [GeneratedRegex("comes from")]
    private static partial Regex SourceOfName();

    [GeneratedRegex("Template")]
    private static partial Regex TemplateName();
}
