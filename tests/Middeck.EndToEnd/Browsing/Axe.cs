using System.Text.Json;
using Microsoft.Playwright;
using Middeck.Testing;

namespace Middeck.EndToEnd.Browsing;

/// <summary>Checks a page against WCAG 2.2 A and AA with npm's <c>axe-core</c>, at the version of the console's lock file.</summary>
internal static class Axe
{
    private static readonly Lazy<Task<string>> Source = new(() => File.ReadAllTextAsync(
        Path.Combine(Repository.Root, "console", "node_modules", "axe-core", "axe.min.js")));

    public static async Task AssertAccessibleAsync(IPage page)
    {
        await page.EvaluateAsync(await Source.Value + "; undefined");
        var result = await page.EvaluateAsync<JsonElement>(
            """
            () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
                .then(({ violations }) => violations.map(({ id, help, nodes }) =>
                    `${id}: ${help} — ${nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(' | ')}`))
            """);
        var violations = result.EnumerateArray().Select(violation => violation.GetString()).ToList();
        Assert.True(violations.Count == 0, $"{page.Url}\n{string.Join('\n', violations)}");
    }
}
